import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/platforms/preservation.ts';
import { modules } from './modules.ts';

for (const { platform, preservation } of modules) {
  const { contact, emergency, keptFor, renewal, mustHold, whoMayAsk, userNotice } = preservation;
  const facts: readonly Fact[] = [
    contact,
    emergency,
    keptFor,
    renewal,
    ...mustHold,
    whoMayAsk,
    userNotice,
    preservation.ukAddressee,
    preservation.victimRoute,
    ...(preservation.deleted === undefined ? [] : [preservation.deleted]),
  ];

  describe(platform.name, () => {
    it('says each thing in whole words, without a note to ourselves', () => {
      for (const { text } of facts) {
        expect(text).toMatch(/\S/);
        expect(text).not.toMatch(/\bverify\b|\bmemory\b|TODO|\?\?/i);
      }
    });

    it('says nothing is confirmed where it is not known', () => {
      const unknown = facts.filter(({ text }) => /^not (?:known|stated)\b/i.test(text));
      expect(unknown.filter(({ confirmed }) => confirmed)).toEqual([]);
    });

    it('names whole addresses, where it came from and when it was looked at', () => {
      for (const address of contact.addresses) expect(new URL(address).protocol).toBe('https:');
      expect(preservation.source).toMatch(/\S/);
      expect(preservation.dateChecked).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
      expect(preservation.identifiers.length).toBeGreaterThan(0);
    });

    it('names no number of days that its words do not say', () => {
      for (const { days, text } of [keptFor, renewal]) {
        if (days !== undefined) expect(text).toContain(String(days));
      }
    });
  });
}
