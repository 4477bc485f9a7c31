import { afterEach, describe, expect, it } from 'vitest';
import type { ArtifactReply, ArtifactRequest } from '../../src/exporting/workers/artifact-protocol.ts';
import { createArtifactReader } from '../../src/exporting/workers/artifact-reader.ts';
import { failureOf } from '../../src/exporting/workers/worker-answer.ts';
import { Fault } from '../../src/model/fault.ts';
import type { CaptureId, Sha256 } from '../../src/model/identifiers.ts';

const capture = 'capture' as CaptureId;
const digestOf = (name: string) => name as Sha256;
const { port1: own, port2: theirs } = new MessageChannel();
const reply = (answer: ArtifactReply) => theirs.postMessage(answer);

afterEach(() => {
  own.close();
  theirs.close();
});

describe('files that another thread opens', () => {
  it('come to whoever asked for them, in whatever order they are answered, and with the fault of the log', async () => {
    const requests: ArtifactRequest[] = [];
    const { openArtifact } = createArtifactReader(own);
    const first = openArtifact(capture, digestOf('first'));
    const second = openArtifact(capture, digestOf('second'));
    const third = openArtifact(capture, digestOf('third'));
    const isAllAsked = new Promise<void>(resolve => {
      theirs.onmessage = ({ data }: MessageEvent<ArtifactRequest>) => {
        requests.push(data);
        if (requests.length === 3) resolve();
      };
    });
    await isAllAsked;
    const idOf = (name: string) => requests.find(({ sha256 }) => sha256 === name)?.id ?? -1;
    reply({ id: idOf('third'), answer: new Uint8Array([3]) });
    reply({ id: idOf('second'), answer: failureOf(new Fault('log.artifact.damaged', 'second')) });
    reply({ id: idOf('first'), answer: new Uint8Array([1]) });
    expect(await third).toEqual(new Uint8Array([3]));
    await expect(second).rejects.toMatchObject({ code: 'log.artifact.damaged' });
    expect(await first).toEqual(new Uint8Array([1]));
  });
});
