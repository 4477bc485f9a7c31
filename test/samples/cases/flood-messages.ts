/** What the messages of the flood say, over and over. Every script stands for readers who meet it in a report. */
export const floodTexts: readonly string[] = [
  'Answer me.',
  'You read that, I can see it.',
  'Who is he?',
  'Everyone at the bakery knows what you are like.',
  'Pick up the phone.',
  'I am not going to stop until you talk to me.',
  'Paid snap la – dw i’n gwybod ble mae dy chwaer yn byw. Ŵyr neb arall.',
  'You took my dog. You took everything.',
  'Απάντησέ μου. Ξέρω πού δουλεύεις.',
  'Liar liar liar',
  'Ответь мне. Я знаю, где ты работаешь.',
  'I have still got the photos.',
  'ردّي عليّ. أعرف أين تعملين.',
  'Blocked me on the other one? I have more.',
  '回答我。我知道你在哪里上班。',
  '😡😡😡 🖕🏽 👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'Tell your mum I said hello.',
  'ANSWER ME',
  'I drove past. The light was on.',
  'Do you think a bit of paper stops me?',
  '=SUM(1;1) you never could count\n+44 lies and counting',
  'Sorry. I did not mean that. Answer me.',
  'I did mean it.',
  'Last chance.',
  'You will see me when you lock up.',
  'Nobody will believe you over me.',
];

/** The one that the person marks as a threat; it stands as the 58th. */
export const threatText =
  'I will be at your door tonight and you will not be able to talk your way out of it.';
