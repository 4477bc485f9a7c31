/* Notes on messages, in the same words for every site. */

/** For a forwarded message: who wrote it and who sent it here may differ. */
export const forwardedNote =
  'The page shows this message as forwarded: the words came from elsewhere, and whoever sent it here may not have written them.';

export const deletedNote = 'The page shows this message as deleted.';

/** For a message whose sender follows from the page's structure. */
export const signedInNote = 'The page shows this message as sent by the account that is signed in.';

/** For a message whose sender is shown only in words. */
export const sentNote =
  'The page says over this message, in words, that it was sent by the account that is signed in; a nickname may say the same.';
