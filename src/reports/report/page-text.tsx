import { textRuns } from '../../words/visible-text.ts';

/**
 * Text that came from a page or a person, isolated from the direction of the text around it, with every invisible
 * character shown by its number. Says "not found on the page" when the text is undefined.
 */
export function PageText({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return <span class="absent">not found on the page</span>;
  return (
    <bdi class="page-text">
      <TextRuns text={text} />
    </bdi>
  );
}

/** The same as a block that keeps its line breaks. `label` names it for a screen reader. */
export function PageTextBlock({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <blockquote class="page-text" dir="auto" aria-label={label}>
      <TextRuns text={text} />
    </blockquote>
  );
}

function TextRuns({ text }: { readonly text: string }) {
  return (
    <>{textRuns(text).map(run => ('text' in run ? run.text : <span class="unseen">{run.unseen}</span>))}</>
  );
}
