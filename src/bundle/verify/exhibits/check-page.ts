import type { CaptureRecord, Page } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, noted } from '../../findings.ts';

/**
 * Whether page and software are as a browser and the program state them: addresses in the form that browsers give,
 * possible lengths, consistent statements about a picture's place, a valid version.
 */
export function checkPage(path: string, record: CaptureRecord): readonly Finding[] {
  const { page, software, clocks } = record;
  return [
    ...(page === undefined
      ? []
      : [...checkAddresses(path, page, record), ...checkLengths(path, page, record)]),
    ...(isVersion(software.version)
      ? []
      : [altered('capture.software.impossible', path, 'What stands for the version of Holdfast is none.')]),
    ...(clocks?.serverDate === undefined
      ? []
      : [
          altered(
            'capture.server-date.unproven',
            path,
            `The record says that the website gave its time as ${clocks.serverDate}. Holdfast never asks for it.`,
          ),
        ]),
  ];
}

/** The form that browsers require of an extension's version: up to four numbers. */
export function isVersion(text: string): boolean {
  return /^\d{1,9}(?:\.\d{1,9}){0,3}$/.test(text);
}

function checkAddresses(path: string, page: Page, { post }: CaptureRecord): readonly Finding[] {
  const { address, finalAddress, canonicalAddress, referrer } = page;
  const strange = [address, finalAddress].find(each => !isShown(each));
  const others = [canonicalAddress, referrer].filter(each => each !== undefined);
  if (strange !== undefined || !others.every(each => anyAddress.test(each))) {
    const why = 'One of the page’s addresses is none that a browser gives of a page that may be recorded.';
    return [altered('capture.address.impossible', path, why)];
  }
  // For a post, another check compares both with its platform, whose sites may redirect to each other.
  if (post !== undefined || originOf(address) === originOf(finalAddress)) return [];
  const why =
    'The address bar held another site when the recording ended than when it began. The picture may be of the one or of the other.';
  return [noted('capture.address.differs', path, why)];
}

/** The form of any address; browsers differ on which hosts are valid. */
const anyAddress = /^[a-z][a-z0-9+.-]*:\S*$/i;
/** The part before path, query and fragment; only those may have non-ASCII characters, in some browsers. */
const origin = /^(?:https?|file):\/\/[\x21-\x7e]*?(?=[/?#]|$)/i;

/** Browsers write every host in ASCII, and control and direction characters as codes. */
function isShown(address: string): boolean {
  return origin.test(address) && !/[\p{Cc}\p{Zs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(address);
}

function originOf(address: string): string | undefined {
  return origin.exec(address)?.[0].toLowerCase();
}

/** How far two statements of one length may differ, in CSS pixels. */
const slack = 1;

function checkLengths(path: string, page: Page, { scope, checks }: CaptureRecord): readonly Finding[] {
  const { viewport, document, visualViewport, region, recordedRange: range } = page;
  const sizes = [viewport, document, visualViewport, region].flatMap(each =>
    each === undefined ? [] : [each.width, each.height],
  );
  const { left, right } = range ?? {};
  const isUpright =
    range === undefined || (range.bottom >= range.top && (left === undefined || left <= (right ?? left)));
  if (sizes.some(size => size < 0) || !isUpright)
    return [altered('capture.page.impossible', path, 'A length of the page is less than nothing.')];
  if (scope !== 'post' || checks === undefined || region === undefined || range === undefined) return [];
  const edges = [
    [region.y, range.top],
    [region.y + region.height, range.bottom],
    [region.x, left ?? region.x],
    [region.x + region.width, right ?? region.x + region.width],
  ] as const;
  if (edges.every(([one, other]) => Math.abs(one - other) <= slack)) return [];
  const why = 'The record gives the place of the post on the page twice, and not alike.';
  return [altered('capture.page.contradicted', path, why)];
}
