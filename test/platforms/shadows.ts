/** Builds the open shadow roots that a page declares in templates, as a browser does. */
export function openShadows(): void {
  for (const template of Array.from(document.querySelectorAll('template[shadowrootmode="open"]'))) {
    const root = template.parentElement?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = template.innerHTML;
    template.remove();
  }
}
