/** A digest with its label in a list of facts, in lines for comparison. */
export function Digest({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <code class="digest">
          {lines.map(line => (
            <span key={line}>
              {line}
              <br />
            </span>
          ))}
        </code>
      </dd>
    </>
  );
}
