import { canonicalJson } from '../crypto/canonical-json.ts';

/**
 * Whether `text` is the canonical JSON (RFC 8785) of the value that was parsed from it. A text with a member
 * twice, other spacing or another order is not; nor is a value that has no canonical form. Never throws.
 */
export function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}
