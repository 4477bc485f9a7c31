/* What is noted of a message, in the same words on every site. */

/** For a message that was sent on: whose words they are is another question than who sent it here. */
export const forwardedNote =
  'The page shows this message as forwarded: the words came from elsewhere, and whoever sent it here may not have written them.';

export const deletedNote = 'The page shows this message as deleted.';

/** Where the page's structure says so. */
export const signedInNote = 'The page shows this message as sent by the account that is signed in.';

/** Where only words over the message say so. */
export const sentNote =
  'The page says over this message, in words, that it was sent by the account that is signed in; a nickname may say the same.';
