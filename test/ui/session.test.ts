import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/bundle/layout.ts';
import type { ExportEngine, Written } from '../../src/exporting/engine.ts';
import { type Damage, newlyLostReceived, noDamage } from '../../src/exporting/gather/damage.ts';
import { messages } from '../../src/messaging/messages.ts';
import { wholeCase } from '../../src/model/export-choice.ts';
import { Fault } from '../../src/model/fault.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { noteIdSchema } from '../../src/model/note.ts';
import { receivedIdSchema } from '../../src/model/received.ts';
import { type ExportState, exportCase } from '../../src/ui/export/session.ts';
import { caseId, fakeSend, now } from './fake-ports.ts';

const sha256 = sha256Schema.parse('a'.repeat(64));
const written: Written = {
  volumes: [{ name: 'ABC-20260102T030405Z.zip', size: 10, sha256 }],
  signerFingerprint: sha256,
  outcome: 'complete',
  withoutPrint: false,
};

/** Runs an export with an engine of which parts are replaced; gives the states and the messages. */
async function run(engine: Partial<ExportEngine>, agrees = true) {
  const states: ExportState[] = [];
  const asked: Damage[] = [];
  const { sent, send } = fakeSend();
  await exportCase({
    caseId,
    limits: defaultLimits,
    choice: wholeCase,
    engine: {
      gather: async () => ({ references: ['ABC/1'], absent: [], ...noDamage }),
      papers: async () => [],
      preview: async () => new Uint8Array(),
      write: async () => written,
      stop() {},
      close() {},
      ...engine,
    },
    send,
    now,
    newId: () => 'group',
    onState: state => states.push(state),
    decide: async damage => {
      asked.push(damage);
      return agrees;
    },
  });
  return {
    states,
    stages: states.map(state => state.stage),
    sent,
    messages: sent.map(([type]) => type),
    asked,
  };
}

describe('export', () => {
  it('writes the chain before it is read, and again when the file is there', async () => {
    const { stages, messages, sent } = await run({});
    expect(stages).toEqual(['gathering', 'writing', 'done']);
    expect(messages).toEqual(['capture:recover', 'software:describe', 'bundle:prepared', 'bundle:exported']);
    expect(sent.at(-1)?.[1]).toMatchObject({ groupId: 'group', volumes: written.volumes });
  });

  it('passes on how far it is', async () => {
    const step = { part: 'volume' as const, volume: 1, volumes: 2, done: 5, total: 10 };
    const { states } = await run({
      async write(_request, onProgress) {
        onProgress(step);
        return written;
      },
    });
    expect(states).toContainEqual({ stage: 'writing', progress: step });
  });

  it('ends as stopped when the user stops it', async () => {
    const { states, sent } = await run({ write: () => Promise.reject(new Fault('export.stopped')) });
    expect(states.at(-1)).toMatchObject({ stage: 'failed', error: { code: 'export.stopped' } });
    expect(sent.at(-1)).toEqual([
      'bundle:stopped',
      { caseId, groupId: 'group', reason: 'stopped by the user' },
    ]);
  });

  it('writes nothing into the chain when nothing can be exported', async () => {
    const { stages, messages } = await run({ gather: () => Promise.reject(new Fault('export.case.empty')) });
    expect(stages).toEqual(['gathering', 'failed']);
    expect(messages).toEqual(['capture:recover']);
  });

  it('asks about exhibits found damaged before anything is prepared, and does nothing when refused', async () => {
    const gather = async () => ({
      references: ['ABC/1'],
      absent: ['ABC/2'],
      ...noDamage,
      damaged: ['ABC/2'],
    });
    const { stages, asked, messages } = await run({ gather }, false);
    expect(asked).toEqual([{ ...noDamage, damaged: ['ABC/2'] }]);
    expect(stages).toEqual(['gathering', 'damaged', 'ready']);
    expect(messages).toEqual(['capture:recover']);
  });

  it.each([
    ['damaged', 'export.exhibits.damaged', 'damaged: ABC/2, ABC/5'],
    ['refused', 'export.exhibits.refused', 'did not pass the check: ABC/2, ABC/5'],
  ] as const)(
    'stops and asks when exhibits show only while writing that they are %s, then leaves them out',
    async (kind, code, reason) => {
      const agreed: Damage[] = [];
      const { stages, messages, asked, sent } = await run({
        async write(request) {
          agreed.push(request.agreed);
          if (agreed.length === 1) throw new Fault(code, 'ABC/2, ABC/5');
          return written;
        },
      });
      const found = { ...noDamage, [kind]: ['ABC/2', 'ABC/5'] };
      expect(asked).toEqual([found]);
      expect(agreed).toEqual([noDamage, found]);
      expect(stages).toEqual(['gathering', 'writing', 'damaged', 'gathering', 'writing', 'done']);
      expect(messages.filter(type => type.startsWith('bundle'))).toEqual([
        'bundle:prepared',
        'bundle:stopped',
        'bundle:prepared',
        'bundle:exported',
      ]);
      expect(sent.find(([type]) => type === 'bundle:stopped')?.[1]).toMatchObject({ reason });
    },
  );

  it('asks about texts that can no longer be read, and goes on without them', async () => {
    const lostNotes = [{ noteId: noteIdSchema.parse('5b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a91'), version: 1 }];
    const agreed: Damage[] = [];
    const { asked, stages } = await run({
      async gather(request) {
        agreed.push(request.agreed);
        const found = agreed.length === 1 ? { ...noDamage, lostNotes } : noDamage;
        return { references: ['ABC/1'], absent: [], ...found };
      },
    });
    expect(asked).toEqual([{ ...noDamage, lostNotes }]);
    expect(agreed).toEqual([noDamage, { ...noDamage, lostNotes }]);
    expect(stages).toEqual(['gathering', 'damaged', 'gathering', 'writing', 'done']);
  });

  it('stops and asks when received files show only while writing that they are damaged, then leaves them out', async () => {
    const [one, two] = ['1', '2'].map(number => ({
      receivedId: receivedIdSchema.parse(`7f3c0d52-1111-4222-8333-00000000000${number}`),
      ...{ name: `${number}, from a friend.zip`, sha256 },
    }));
    if (one === undefined || two === undefined) throw new Error('no files');
    const agreed: Damage[] = [];
    const { stages, asked, sent } = await run({
      gather: async request => {
        const received = request.agreed.lostReceived.length === 0 ? [one, two] : [one];
        return { references: ['ABC/1'], absent: [], ...noDamage, received };
      },
      async write(request) {
        agreed.push(request.agreed);
        if (agreed.length === 1) throw new Fault('export.received.damaged', two.receivedId);
        return written;
      },
    });
    const found = { ...noDamage, lostReceived: [two] };
    expect(asked).toEqual([found]);
    expect(agreed).toEqual([noDamage, found]);
    expect(stages).toEqual(['gathering', 'writing', 'damaged', 'gathering', 'writing', 'done']);
    const told = (name: string) => sent.filter(([type]) => type === name).map(([, request]) => request);
    expect(told('bundle:prepared')).toMatchObject([
      { received: [one.receivedId, two.receivedId] },
      { received: [one.receivedId] },
    ]);
    expect(told('bundle:stopped')).toMatchObject([
      { reason: 'damaged: One file that was received from others' },
    ]);
  });

  it.each([
    ['damaged', 'export.exhibits.damaged', 'damaged: ABC/2; damaged: One file that was received from others'],
    [
      'refused',
      'export.exhibits.refused',
      'did not pass the check: ABC/2; damaged: One file that was received from others',
    ],
  ] as const)(
    'asks once about exhibits that are %s and received files that are damaged',
    async (kind, code, reason) => {
      const receivedId = receivedIdSchema.parse('7f3c0d52-1111-4222-8333-000000000001');
      const file = { receivedId, name: 'from a friend.zip', sha256 };
      const agreed: Damage[] = [];
      const { asked, sent } = await run({
        gather: async () => ({ references: ['ABC/1', 'ABC/2'], absent: [], ...noDamage, received: [file] }),
        async write(request) {
          agreed.push(request.agreed);
          if (agreed.length === 1) throw new Fault(code, `ABC/2, ${receivedId}`);
          return written;
        },
      });
      const found = { ...noDamage, [kind]: ['ABC/2'], lostReceived: [file] };
      expect(asked).toEqual([found]);
      expect(agreed).toEqual([noDamage, found]);
      expect(sent.find(([type]) => type === 'bundle:stopped')?.[1]).toMatchObject({ reason });
    },
  );

  it('asks about received files once for all that are found, and not again for those that were agreed to', async () => {
    const lost = ['1', '2'].map(number => ({
      receivedId: receivedIdSchema.parse(`7f3c0d52-1111-4222-8333-00000000000${number}`),
      ...{ name: `${number}.zip`, sha256 },
    }));
    const agreed: Damage[] = [];
    const { asked } = await run({
      gather: async request => {
        agreed.push(request.agreed);
        const lostReceived = newlyLostReceived(request.agreed, lost.slice(0, agreed.length));
        return { references: ['ABC/1'], absent: [], ...noDamage, lostReceived };
      },
    });
    expect(asked.map(({ lostReceived }) => lostReceived)).toEqual([lost.slice(0, 1), lost]);
    expect(agreed.at(-1)?.lostReceived).toEqual(lost);
  });

  it('says why an export stopped in words that the log takes, of however many exhibits', async () => {
    const references = Array.from({ length: 2_000 }, (_, index) => `ABCDEF/${index + 1}`);
    const { sent } = await run(
      {
        write: () => Promise.reject(new Fault('export.exhibits.refused', references.join(', '))),
      },
      false,
    );
    const [type, said] = sent.at(-1) ?? [];
    expect(type).toBe('bundle:stopped');
    const { reason } = messages['bundle:stopped'].request.shape;
    expect(reason.parse(Reflect.get(said ?? {}, 'reason'))).toMatch(/ABCDEF\/50 and 1950 more$/);
  });

  it('asks about lost events before anything is prepared, and goes on with those that were agreed to', async () => {
    const lost = [{ from: 3, to: 4, reason: 'missing' }] as const;
    const agreed: Damage[] = [];
    const { asked, stages } = await run({
      async gather(request) {
        agreed.push(request.agreed);
        return { references: ['ABC/1'], absent: [], ...noDamage, lost: agreed.length === 1 ? lost : [] };
      },
    });
    expect(asked).toEqual([{ ...noDamage, lost }]);
    expect(agreed).toEqual([noDamage, { ...noDamage, lost }]);
    expect(stages).toEqual(['gathering', 'damaged', 'gathering', 'writing', 'done']);
  });
});
