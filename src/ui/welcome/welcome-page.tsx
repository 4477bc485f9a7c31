import { PageFrame } from '../parts/page-frame.tsx';
import { SupportPart, WorriedPart } from '../support/support-part.tsx';
import { useJurisdiction } from '../support/use-jurisdiction.ts';

/** Safety first, then how it works. Opened only on request: a tab that opens by itself could give someone away. */
export function WelcomePage() {
  const jurisdiction = useJurisdiction();
  return (
    <PageFrame narrow jurisdiction={jurisdiction}>
      <h1>Help and safety</h1>
      <Danger />
      <SharedDevice />
      <SupportPart jurisdiction={jurisdiction} />
      <WorriedPart jurisdiction={jurisdiction} />
      <HowTo />
      <Limits />
    </PageFrame>
  );
}

function Danger() {
  return (
    <section aria-labelledby="danger-title">
      <h2 id="danger-title">Are you safe now?</h2>
      <p>
        <strong>If you are in danger, call 999.</strong> If you cannot speak and use a mobile phone, call 999,
        listen, and press 55 when you are asked to. By textphone, dial 18000.
      </p>
      <p>
        If it is not an emergency, you can call the police on 101, or use the website of your local police.
      </p>
      <p>
        <strong>You do not need to gather evidence before you report.</strong> You can report now and add more
        later. You can stop at any time.
      </p>
    </section>
  );
}

function SharedDevice() {
  return (
    <section aria-labelledby="shared-title">
      <h2 id="shared-title">If someone else may look at this device</h2>
      <ul>
        <li>Use a safer device if you can: one that the other person never had in their hands.</li>
        <li>
          Holdfast keeps quiet, but it cannot be hidden. The browser’s list of extensions shows it, and anyone
          who uses this browser as you can open it.
        </li>
        <li>
          “Leave now”, or Shift three times, closes every page of Holdfast at once. See{' '}
          <a href="options.html">Settings</a>.
        </li>
        <li>Exported files appear in the Downloads folder and in the browser’s list of downloads.</li>
        <li>The browser’s history shows the pages you visit. Clearing all of it may itself be noticed.</li>
        <li>Opening a story or a direct message may show the sender that you saw it.</li>
      </ul>
    </section>
  );
}

function HowTo() {
  return (
    <section aria-labelledby="how-title">
      <h2 id="how-title">How to record</h2>
      <ol>
        <li>Go to the page with the post. You do not have to read it again.</li>
        <li>
          Press the Holdfast button in the browser’s toolbar and choose: <strong>This post</strong>,{' '}
          <strong>What I see</strong> or <strong>Whole page</strong>.
        </li>
        <li>Wait until it says that it is recorded. You can add what happened now, later, or never.</li>
        <li>
          When you want to hand it over, open the <a href="case.html">log</a> and choose Export.
        </li>
      </ol>
      <p>
        Record first, then block or report the account: afterwards the post may be out of reach. Do not answer
        the post. Take a break whenever you want; what is recorded stays.
      </p>
    </section>
  );
}

function Limits() {
  return (
    <section aria-labelledby="limits-title">
      <h2 id="limits-title">What it cannot do</h2>
      <ul>
        <li>A record shows what a page displayed. It does not show who typed it.</li>
        <li>
          <strong>Never record sexual or naked pictures of anyone under 18.</strong> Copying them can be a
          crime, even to report them. Keep the address and tell the police.
        </li>
        <li>Holdfast gives no legal advice. The police or a solicitor can say what your case needs.</li>
      </ul>
    </section>
  );
}
