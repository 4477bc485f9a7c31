import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { keys } from '../bundle/tamper/stamp-forgeries.ts';
import { storyZip } from '../bundle/tamper/story.ts';
import { replyAt } from '../bundle/time-stamped.ts';
import { type Files, toFiles, toZip } from '../bundle/zip-surgery.ts';
import { sampleSigner, verifyBytes } from '../samples/bundle.ts';
import { isThorough } from '../thorough.ts';
import { hangs } from './settings.ts';
import { type Sealing, spliced, splices } from './splices.ts';

/** Over all three ways to seal. */
const runs = isThorough ? 20_000 : 30;
/** `HOLDFAST_FUZZ_SEED` takes another. */
const seed = Number(process.env['HOLDFAST_FUZZ_SEED'] ?? 20_261_130);

/** A case with its chain as the program writes it, and another of the same signer with the same names in it. */
let one: Files;
let other: Files;
beforeAll(async () => {
  one = toFiles(await storyZip());
  other = toFiles(
    await storyZip({
      capture: record => ({ ...record, post: { ...record.post, text: 'Words that were never sent.' } }),
      notes: notes => notes.slice(1),
      reply: imprint => replyAt(keys(), imprint, '2026-03-03T10:00:02.000Z'),
      record: record => ({ ...record, outcome: 'incomplete' }),
    }),
  );
});

/** What is made again with each sealing, and differs each time since signatures are made with chance. */
const seals =
  /^(?:META-INF\/.+|tagmanifest-sha256\.txt|tagmanifest-sha256\.txt\.p7s|manifest-sha256\.txt|signer\.crt)$/;

/** Papers that the sample only stands in for: they are sealed, and the verifier says that it did not compare them. */
const papers = /^(?:READ-ME-FIRST\.txt|HOW-TO-VERIFY\.txt|data\/report\.html)$/;

it.each<Sealing>(['none', 'digests', 'signer'])(
  'two bundles of one signer spliced are never intact, sealed again: %s',
  async sealing => {
    const signer = await sampleSigner();
    const check = async (steps: Parameters<typeof spliced>[2]['steps']) => {
      const files = await spliced(one, other, { steps, sealing }, signer);
      const { verdict, findings } = await verifyBytes(toZip(files));
      const changed = changedFiles(files, sealing);
      const compared = changed.filter(name => sealing !== 'signer' || !papers.test(name));
      if (compared.length > 0) expect(verdict, compared.join(', ')).not.toBe('intact');
      // In another order the same files may be no bundle any more: the first of them says what kind of file it is.
      else if (changed.length === 0 && [...files.keys()][0] === [...one.keys()][0])
        expect(verdict).toBe('intact');
      if (verdict === 'intact' && changed.length > 0)
        expect(findings.map(({ code }) => code)).toContain('paper.content.not-compared');
    };
    await fc.assert(fc.asyncProperty(splices, check), { seed, numRuns: Math.ceil(runs / 3) });
  },
  hangs,
);

/** The names of files that came, went, or are not as they were. */
function changedFiles(files: Files, sealing: Sealing): readonly string[] {
  const names = [...new Set([...one.keys(), ...files.keys()])];
  return names.filter(name => {
    const [was, is] = [one.get(name), files.get(name)];
    if (was === undefined || is === undefined) return true;
    return !(sealing === 'signer' && seals.test(name)) && Buffer.compare(was, is) !== 0;
  });
}
