import type { FaultCode } from '../model/fault.ts';

/** What a person reads: what happened, what was kept, and what to do next. */
export interface FaultWords {
  readonly happened: string;
  readonly kept: string;
  readonly next: string;
}

const nothingLost = 'Nothing you recorded before is lost.';
const keptSoFar = 'What was recorded up to then is kept and marked as partial.';

/** The words for every fault code, in plain English. */
export const faultWords: Readonly<Record<FaultCode, FaultWords>> = {
  'capture.tab.not-permitted': {
    happened: 'The browser does not let any extension record this page.',
    kept: nothingLost,
    next: 'Take a photo of the screen with a phone, or open the post in an ordinary tab and try there.',
  },
  'capture.tab.closed': {
    happened: 'The tab was closed while it was being recorded.',
    kept: keptSoFar,
    next: 'Open the page again and record it once more.',
  },
  'capture.tab.switched': {
    happened: 'Another tab came to the front while the page was being recorded.',
    kept: keptSoFar,
    next: 'Stay on the page until it is done, and record it once more.',
  },
  'capture.tab.navigated': {
    happened: 'The page was reloaded or left while it was being recorded.',
    kept: keptSoFar,
    next: 'Go back to the page if it was left, and record it once more.',
  },
  'capture.page.unreachable': {
    happened: 'The page could not be reached to record it.',
    kept: nothingLost,
    next: 'Reload the page and record it once more.',
  },
  'capture.page.not-answering': {
    happened: 'The page did not answer in time.',
    kept: keptSoFar,
    next: 'Close any message box on the page, wait a little, and record it once more.',
  },
  'capture.page.too-large': {
    happened: 'The page is too large to keep a copy of its text and layout.',
    kept: 'The pictures are kept.',
    next: 'Record the posts you need one at a time.',
  },
  'capture.pixels.refused': {
    happened: 'The browser gave no picture of this page.',
    kept: keptSoFar,
    next: 'Bring the window to the front and record the page once more.',
  },
  'capture.post.not-found': {
    happened: 'No post was found on this page.',
    kept: nothingLost,
    next: 'Choose “What I see” to record what is on the screen.',
  },
  'capture.layout.unknown': {
    happened:
      'The address of the page names a post, and none was found there in a layout known to this version of Holdfast.',
    kept: 'The pictures, the text and the copy are kept. Who wrote it was not read.',
    next: 'Look in the picture whether the post is there, and write down who wrote it in your own words.',
  },
  'capture.post.not-chosen': {
    happened: 'No post was chosen.',
    kept: nothingLost,
    next: 'Choose “This post” again when you are ready.',
  },
  'capture.picker.removed': {
    happened: 'The page took away the frame in which a post is chosen.',
    kept: nothingLost,
    next: 'Choose “What I see” or “Whole page” instead: the page cannot prevent those.',
  },
  'capture.stopped': {
    happened: 'You stopped the recording.',
    kept: keptSoFar,
    next: 'Record the page again whenever you like.',
  },
  'capture.interrupted': {
    happened: 'The browser stopped Holdfast before the recording was finished.',
    kept: keptSoFar,
    next: 'Record the page once more if it is still there.',
  },
  'capture.busy': {
    happened: 'Another recording of this window is still running.',
    kept: nothingLost,
    next: 'Wait until it is done, then try again.',
  },
  'log.disk.full': {
    happened: 'There is no room left on this device.',
    kept: nothingLost,
    next: 'Free some space, then record the page once more.',
  },
  'log.private-window': {
    happened: 'The browser keeps no log in a private window.',
    kept: nothingLost,
    next: 'Open the page in an ordinary window and record it there.',
  },
  'log.not-readable': {
    happened: 'The log on this device could not be read.',
    kept: 'Nothing was changed.',
    next: 'Close the browser, open it again, and look once more.',
  },
  'log.newer': {
    happened: 'A newer Holdfast has opened your log. This page is from before.',
    kept: 'Nothing you recorded or saved is lost. What you typed here is still on this page.',
    next: 'Copy what you typed if you have not saved it. Then reload this page. If you see this again, update Holdfast.',
  },
  'log.locked': {
    happened: 'Your log is locked.',
    kept: nothingLost,
    next: 'Open Holdfast, type your passphrase, and try again.',
  },
  'log.case.not-found': {
    happened: 'This case is not in the log.',
    kept: nothingLost,
    next: 'Choose another case from the list.',
  },
  'log.exhibit.not-found': {
    happened: 'This exhibit is not in the log.',
    kept: nothingLost,
    next: 'Choose another exhibit from the list.',
  },
  'log.exhibit.erased': {
    happened: 'This exhibit was erased.',
    kept: 'Its number and the time it was erased are kept.',
    next: 'It cannot be brought back.',
  },
  'log.artifact.damaged': {
    happened: 'A file of this exhibit is damaged or missing in the log.',
    kept: 'All other files are kept.',
    next: 'Record the page again if it is still there. You can export the other exhibits.',
  },
  'export.case.empty': {
    happened: 'There is nothing to export in this case yet.',
    kept: nothingLost,
    next: 'Record a post first.',
  },
  'export.case.damaged': {
    happened: 'No exhibit of this case is as it was recorded, so there is nothing whole to export.',
    kept: 'The export changed nothing in the log.',
    next: 'If you have a backup of the log, restore it in Settings. Record again what can still be seen.',
  },
  'export.exhibits.damaged': {
    happened: 'Some exhibits could not be read back as they were recorded.',
    kept: 'All other exhibits are as they were recorded.',
    next: 'You can export the others. The file will say that it is incomplete.',
  },
  'export.exhibits.refused': {
    happened: 'Holdfast’s own check found something wrong with some exhibits.',
    kept: 'The export changed nothing in the log, and you were given no file.',
    next: 'You can export the others. The file will say that it is incomplete.',
  },
  'export.received.damaged': {
    happened: 'Some files that you received can no longer be read as they came.',
    kept: 'The list of what was done still says that they were received, with their digests.',
    next: 'You can export the case without them. The file will say that it is incomplete.',
  },
  'export.damage.new': {
    happened: 'Part of this case was damaged while the file was being made.',
    kept: 'What was whole is still in the log. You were given no file.',
    next: 'Export again. You are then told what is damaged.',
  },
  'export.disk.full': {
    happened: 'There is not enough room on this device to write the file.',
    kept: nothingLost,
    next: 'Free some space, then export again.',
  },
  'export.stopped': {
    happened: 'You stopped the export.',
    kept: nothingLost,
    next: 'Export again whenever you like.',
  },
  'export.exhibit.too-large': {
    happened: 'One exhibit is larger than a file may be.',
    kept: nothingLost,
    next: 'Choose a larger file size and export again.',
  },
  'export.check.failed': {
    happened:
      'Holdfast checked the finished file and found something wrong with it, so you were given no file.',
    kept: 'The export changed nothing in the log.',
    next: 'Export again. If this happens again, make a backup of the log in Settings, and ask whoever helps you with Holdfast. What they need to know is below.',
  },
  'export.received.too-large': {
    happened: 'A received file is larger than one exported file may be. A received file is never split.',
    kept: nothingLost,
    next: 'Choose a larger file size and export again, or leave the received file out under “Papers” and hand it over by itself.',
  },
  'log.received.not-whole': {
    happened: 'The file did not arrive in the log as it was read.',
    kept: 'The file itself was not changed. Nothing of it was kept.',
    next: 'Try once more. If it stays so, copy the file to another disk first.',
  },
  'log.received.damaged': {
    happened: 'A received file is damaged or missing in the log.',
    kept: 'All exhibits and all other received files are kept.',
    next: 'Receive the same file again in a new case. You can still export this case; the file will say that it is incomplete.',
  },
  'log.received.twice': {
    happened: 'This very file is in the case already.',
    kept: 'What was received before is unchanged.',
    next: 'Look under “Received”. You can keep the file in another case too.',
  },
  'log.received.too-many': {
    happened: 'A case holds at most 100 received files.',
    kept: nothingLost,
    next: 'Open another case for this file.',
  },
  'receive.stopped': {
    happened: 'You stopped it. Nothing of the file was kept.',
    kept: 'The file itself was not changed.',
    next: 'Receive it again whenever you like.',
  },
  'bundle.file.unreadable': {
    happened: 'This file could not be read.',
    kept: 'The file was not changed.',
    next: 'Choose the ZIP file that was exported, or ask for it to be sent again.',
  },
  'key.not-readable': {
    happened: 'Your signing key is damaged on this device and cannot be used.',
    kept: nothingLost,
    next: 'Choose Settings, Your signing key, and make a new key. Then export again.',
  },
  'key.file.unreadable': {
    happened: 'This file could not be read as a key file.',
    kept: 'Your signing key is as it was.',
    next: 'Choose a file that ends in .p12 or .pfx, or ask for it to be sent again.',
  },
  'key.file.wrong-password': {
    happened: 'The password does not fit this key file.',
    kept: 'Your signing key is as it was.',
    next: 'Type the password again, or ask whoever gave you the file.',
  },
  'key.file.legacy': {
    happened: 'This key file is locked in an old way that is no longer safe (RC2 or triple DES).',
    kept: 'Your signing key is as it was.',
    next: 'Ask for a new file, or convert it with OpenSSL 3: openssl pkcs12 -legacy -in OLD.p12 -nodes -out key.pem, then openssl pkcs12 -export -in key.pem -out NEW.p12. Delete key.pem afterwards: it is not locked.',
  },
  'key.file.no-key': {
    happened: 'This file does not hold one private key together with its certificate.',
    kept: 'Your signing key is as it was.',
    next: 'Ask for a file that holds both.',
  },
  'key.file.unsupported-key': {
    happened: 'The key in this file is of a kind that Holdfast cannot sign with.',
    kept: 'Your signing key is as it was.',
    next: 'Ask for an RSA key of 2048 to 4096 bits, or an ECDSA key on P-256 or P-384.',
  },
  'key.file.unfit-certificate': {
    happened:
      'The certificate in this file is not one for signing papers, or was made in a way that is too weak.',
    kept: 'Your signing key is as it was.',
    next: 'Ask for a certificate that may sign e-mail or documents. Others would refuse what this one signs.',
  },
  'key.file.ended': {
    happened: 'The certificate in this file has ended.',
    kept: 'Your signing key is as it was.',
    next: 'Ask for a new one, and look whether the date of this computer is right.',
  },
  'key.certificate.ended': {
    happened: 'The certificate of your signing key has ended. What it seals now would be refused.',
    kept: nothingLost,
    next: 'Choose Settings, Signing key. Make a new key there, or take one from a file. Then export again.',
  },
  'key.certificate.not-begun': {
    happened: 'By the date of this computer, the certificate of your signing key has not begun yet.',
    kept: nothingLost,
    next: 'Look whether the date of this computer is right. If it is, choose Settings, Signing key, and make a new key.',
  },
  'backup.file.unreadable': {
    happened: 'This file is not a backup, or it is damaged or cut short.',
    kept: 'Nothing was written, and the file was not changed.',
    next: 'Choose another copy of the backup.',
  },
  'backup.passphrase.wrong': {
    happened: 'The passphrase does not open this backup.',
    kept: 'Nothing was written, and the file was not changed.',
    next: 'Type it again. Capitals and spaces count. Without it nobody can open the backup, also not us.',
  },
  'backup.log.not-empty': {
    happened:
      'There are records in this browser already. A backup would take their place, and they would be lost.',
    kept: 'Nothing was written. All records are as they were.',
    next: 'Bring the backup back in another browser profile, or on another device, where Holdfast is new.',
  },
  'backup.log.empty': {
    happened: 'There is nothing in the log to back up yet.',
    kept: nothingLost,
    next: 'Record something first.',
  },
  'backup.disk.full': {
    happened: 'There is not enough room on this device.',
    kept: nothingLost,
    next: 'Free some space, then try again.',
  },
  'backup.stopped': {
    happened: 'You stopped it.',
    kept: nothingLost,
    next: 'Start again whenever you like.',
  },
  'backup.log.passphrase': {
    happened: 'A backup is brought back without a passphrase first.',
    kept: 'Nothing was changed.',
    next: 'Remove the passphrase here, bring the backup back, then set a passphrase again.',
  },
  'lock.passphrase.wrong': {
    happened: 'That is not the passphrase.',
    kept: nothingLost,
    next: 'Type it again. Look out for capital letters and spaces.',
  },
  'lock.passphrase.too-soon': {
    happened: 'There were too many wrong tries.',
    kept: nothingLost,
    next: 'Wait until the time shown here, then try again.',
  },
};
