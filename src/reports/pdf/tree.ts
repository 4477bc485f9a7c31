import { type ComponentChild, type ComponentChildren, isValidElement, type VNode } from 'preact';

/** An element of the report as it would be in HTML, with its components already called. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

/**
 * Calls every component and returns the elements and texts that remain, in order. Only for components without state:
 * one that uses a hook throws, as it would outside a page.
 */
export function elementsOf(children: ComponentChildren): readonly Node[] {
  const nodes: Node[] = [];
  collect(children, nodes);
  return nodes;
}

/** Whether the element has the class. */
export function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class')?.split(/\s+/).includes(name) ?? false;
}

/** The nodes without the elements, at any depth, that have one of the classes. */
export function without(nodes: readonly Node[], classes: readonly string[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (typeof node === 'string') return [node];
    if (classes.some(name => hasClass(node, name))) return [];
    return [{ ...node, children: without(node.children, classes) }];
  });
}

/** The attribute as text; undefined when it is absent or is neither text nor a number. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.attributes[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The elements of a tag at any depth, in reading order. */
export function* descendants(nodes: readonly Node[], tag: string): Generator<Element> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.tag === tag) yield node;
    yield* descendants(node.children, tag);
  }
}

/** All text below the nodes, as one string with single spaces. */
export function textOf(nodes: readonly Node[]): string {
  return rawText(nodes).replace(/\s+/g, ' ').trim();
}

/** Whether the text surely fits on one sheet: pdfmake cuts off kept-together content at the end of a sheet. */
export function isShort(nodes: readonly Node[] = []): boolean {
  return rawText(nodes).length < 700 && rawText(nodes).split('\n').length < 12;
}

function rawText(nodes: readonly Node[]): string {
  return nodes
    .map(node => (typeof node === 'string' ? node : node.tag === 'br' ? '\n' : rawText(node.children)))
    .join('');
}

function collect(children: ComponentChildren, nodes: Node[]): void {
  if (Array.isArray(children)) {
    for (const child of children) collect(child, nodes);
  } else if (isValidElement(children)) {
    collectElement(children, nodes);
  } else if (isText(children)) {
    nodes.push(String(children));
  }
}

function isText(child: ComponentChildren): child is string | number | bigint {
  return typeof child === 'string' || typeof child === 'number' || typeof child === 'bigint';
}

function collectElement({ type, props }: VNode<Record<string, unknown>>, nodes: Node[]): void {
  if (typeof type === 'function') {
    // A component without state is a function of its properties; a fragment returns its children.
    const component = type as (properties: unknown) => ComponentChild;
    collect(component(props), nodes);
    return;
  }
  const { children, ...attributes } = props;
  nodes.push({ tag: type, attributes, children: elementsOf(children as ComponentChildren) });
}
