// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAgent } from '../../../src/capture/page/agent.ts';
import { newSession } from '../../../src/capture/page/session.ts';

const page = '<body><header style="position: fixed;  top:0">Menu</header><p>text</p></body>';
const scroll = { y: 900, settleMs: 10 };

/** The extension's API in the page's world, as far as its end can be caused with it. */
class FakeExtension {
  readonly kept: Record<string, unknown> = {};
  readonly listeners: (() => void)[] = [];
  id: string | undefined = 'holdfast';
  open = 0;

  readonly api = {
    runtime: { connect: () => this.#port() },
    storage: {
      local: {
        get: async (names: readonly string[]) =>
          Object.fromEntries(names.filter(name => name in this.kept).map(name => [name, this.kept[name]])),
        set: async (values: object) => void Object.assign(this.kept, values),
        remove: async (names: readonly string[]) => {
          for (const name of names) delete this.kept[name];
        },
      },
    },
  };

  constructor() {
    Object.defineProperty(this.api.runtime, 'id', { get: () => this.id });
    Object.defineProperty(globalThis, 'browser', { value: this.api, configurable: true });
  }

  /** What the background's end looks like in the page. */
  die(): void {
    this.open = 0;
    for (const listener of this.listeners.splice(0)) listener();
  }

  #port() {
    this.open += 1;
    return {
      onDisconnect: { addListener: (listener: () => void) => void this.listeners.push(listener) },
      disconnect: () => {
        this.open -= 1;
      },
    };
  }
}

let extension: FakeExtension;
let before: string;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  document.documentElement.innerHTML = page;
  before = document.documentElement.outerHTML;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1024, 64));
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(5_000);
  window.scrollTo(0, 120);
  extension = new FakeExtension();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'browser');
});

async function altered() {
  const agent = createAgent();
  agent.watch();
  await agent.ask('hideFloating', {});
  await agent.ask('scrollTo', scroll);
  expect(document.documentElement.outerHTML).not.toBe(before);
  expect(window.scrollY).toBe(900);
  return agent;
}

function expectGivenBack(): void {
  expect(document.documentElement.outerHTML).toBe(before);
  expect(window.scrollY).toBe(120);
}

describe('a page whose background is lost', () => {
  it('is as it was at once', async () => {
    await altered();
    extension.die();
    expectGivenBack();
  });

  it('answers nothing more to the capture that takes it for altered, and all to the next', async () => {
    const agent = await altered();
    extension.die();
    await expect(agent.ask('measure', {})).rejects.toMatchObject({ code: 'capture.interrupted' });
    expect(await agent.ask('restore', {})).toMatchObject({
      changes: [{ kind: 'restored' }, { kind: 'restored' }],
      differs: [],
    });
    agent.watch();
    await expect(agent.ask('measure', {})).resolves.toMatchObject({ scroll: { y: 120 } });
  });

  it('is as it was once the question under way has ended', async () => {
    const agent = await altered();
    const asked = agent.ask('scrollTo', { y: 1_800, settleMs: 10 });
    await Promise.resolve();
    extension.die();
    await expect(asked).rejects.toMatchObject({ code: 'capture.interrupted' });
    expectGivenBack();
  });

  it('is as it was when the extension was taken away without a word', async () => {
    await altered();
    extension.id = undefined;
    vi.advanceTimersByTime(1_000);
    expectGivenBack();
  });

  it('is as it was when no question came for 90 seconds, and not before', async () => {
    const agent = await altered();
    vi.advanceTimersByTime(89_000);
    expect(window.scrollY).toBe(900);
    await agent.ask('measure', {});
    vi.advanceTimersByTime(89_000);
    expect(window.scrollY).toBe(900);
    vi.advanceTimersByTime(1_000);
    expectGivenBack();
  });

  it('shows no picker any more', async () => {
    document.documentElement.innerHTML = '<body><article><p>words of a post</p></article></body>';
    before = document.documentElement.outerHTML;
    const agent = createAgent();
    agent.watch();
    const picked = agent.ask('pick', {});
    await vi.waitFor(() => expect(document.documentElement.outerHTML).not.toBe(before));
    vi.advanceTimersByTime(100_000);
    expect(document.documentElement.outerHTML).not.toBe(before);
    extension.die();
    expect(document.documentElement.outerHTML).toBe(before);
    await expect(picked).rejects.toMatchObject({ code: 'capture.interrupted' });
  });
});

describe('a page that was put back', () => {
  it('holds no background and leaves nothing behind', async () => {
    const agent = await altered();
    expect(extension.open).toBe(1);
    expect(await agent.ask('restore', {})).toMatchObject({ differs: [] });
    expectGivenBack();
    expect(extension).toMatchObject({ open: 0, kept: {} });
  });

  it('says what the page kept from being as it was', async () => {
    const agent = await altered();
    vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
    vi.spyOn(Element.prototype, 'setAttribute').mockImplementation(() => undefined);
    const { differs } = (await agent.ask('restore', {})) as { differs: string[] };
    expect(differs).toEqual([
      'What was hidden or moved is not as it was (header, 1024×64).',
      'The page stood 120 px down and 0 px across; it could only be scrolled back to 900 px down and 0 px across.',
    ]);
  });
});

describe('a page found altered', () => {
  it('by an agent of another world is put right before anything is answered, and the record told once', async () => {
    await altered();
    const agent = createAgent(newSession());
    agent.watch();
    await agent.ask('measure', {});
    expect(document.documentElement.outerHTML).toBe(before);
    expect(extension.kept).toEqual({});
    expect(await agent.ask('limits', {})).toContainEqual({
      kind: 'restored',
      detail: expect.stringContaining('Before this recording the page was put right'),
    });
    agent.watch();
    expect(await agent.ask('limits', {})).toEqual([]);
  });

  it('by the same agent is put right, and not scrolled under a reader', async () => {
    const agent = await altered();
    agent.watch();
    expect(await agent.ask('limits', {})).toHaveLength(1);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(window.scrollY).toBe(900);
  });

  it('keeps what the page wrote there meanwhile', async () => {
    await altered();
    const bar = document.querySelector('header') as HTMLElement;
    bar.style.setProperty('color', 'red');
    const agent = createAgent(newSession());
    agent.watch();
    await agent.ask('measure', {});
    expect(bar.style.color).toBe('red');
    expect(bar.style.visibility).toBe('');
    expect(bar.getAttribute('style')).not.toContain('--k');
  });

  it('is not believed when no agent wrote the mark', async () => {
    await altered();
    for (const name of Object.keys(extension.kept)) delete extension.kept[name];
    const forged = document.documentElement.outerHTML;
    const agent = createAgent(newSession());
    agent.watch();
    expect(await agent.ask('limits', {})).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(forged);
  });

  it('loses a picker that nobody can end any more', async () => {
    document.documentElement.innerHTML = '<body><article><p>words of a post</p></article></body>';
    before = document.documentElement.outerHTML;
    const first = createAgent();
    first.watch();
    const picked = first.ask('pick', {});
    await vi.waitFor(() => expect(document.documentElement.outerHTML).not.toBe(before));
    const agent = createAgent(newSession());
    agent.watch();
    await agent.ask('measure', {});
    expect(document.documentElement.outerHTML).toBe(before);
    await first.ask('dismissPicker', {});
    await picked;
  });
});
