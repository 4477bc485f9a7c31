import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { likeNode } from '../../../src/reports/pdf/in-browser/bytes.ts';
import { EventEmitter } from '../../../src/reports/pdf/in-browser/events.ts';
import { cbc, readFileSync } from '../../../src/reports/pdf/in-browser/left-out.ts';
import { Readable } from '../../../src/reports/pdf/in-browser/stream.ts';
import { deflateSync } from '../../../src/reports/pdf/in-browser/zlib.ts';

const texts = ['', 'plain', 'Ŵyth £5 – 你好 🙂', '\u0000\u007f\u0080\u00ff'];

describe('bytes in place of Node’s', () => {
  it.each(texts)('are the same in every encoding that pdfkit uses: %j', text => {
    for (const encoding of ['utf8', 'utf-8', 'utf16le', 'binary', 'ascii', 'latin1'] as const)
      expect([...likeNode.from(text, encoding)]).toEqual([...Buffer.from(text, encoding)]);
    const coded = Buffer.from(text).toString('base64');
    expect([...likeNode.from(coded, 'base64')]).toEqual([...Buffer.from(text)]);
  });

  it.each(texts)('read as the same text: %j', text => {
    const [ours, nodes] = [likeNode.from(text), Buffer.from(text)];
    for (const encoding of ['utf8', 'hex', 'binary', 'latin1'] as const)
      expect(ours.toString(encoding)).toBe(nodes.toString(encoding));
  });

  it('read as the same numbers', () => {
    const [ours, nodes] = [
      likeNode.from([0xff, 0xd8, 0x80, 0x01, 0x7f]),
      Buffer.from([0xff, 0xd8, 0x80, 0x01, 0x7f]),
    ];
    for (const at of [0, 1]) {
      expect(ours.readUInt16BE(at)).toBe(nodes.readUInt16BE(at));
      expect(ours.readUInt16LE(at)).toBe(nodes.readUInt16LE(at));
      expect(ours.readUInt32BE(at)).toBe(nodes.readUInt32BE(at));
      expect(ours.readUInt32LE(at)).toBe(nodes.readUInt32LE(at));
    }
  });

  it('are joined, made and known', () => {
    expect([...likeNode.concat([likeNode.from('ab'), new Uint8Array([3])])]).toEqual([97, 98, 3]);
    expect([...likeNode.alloc(2)]).toEqual([0, 0]);
    expect([...likeNode.from(new Uint8Array([1, 2]).buffer)]).toEqual([1, 2]);
    expect(likeNode.isBuffer(likeNode.alloc(1))).toBe(true);
    expect(likeNode.isBuffer(new Uint8Array(1))).toBe(false);
  });
});

describe('the other stand-ins', () => {
  it('compress what Node opens', () => {
    const bytes = new TextEncoder().encode('again and again '.repeat(100));
    const small = deflateSync(bytes);
    expect(small.length).toBeLessThan(bytes.length / 5);
    expect(Buffer.compare(inflateSync(small), bytes)).toBe(0);
  });

  it('hand on what was pushed, once and in order, when it ends', () => {
    const stream = new Readable();
    const got: unknown[] = [];
    stream.on('data', chunk => got.push(chunk));
    stream.on('end', () => got.push('end'));
    stream.push(new Uint8Array([1]));
    stream.push(new Uint8Array([2]));
    expect(got).toEqual([]);
    stream.push(null);
    expect(got).toEqual([new Uint8Array([1]), new Uint8Array([2]), 'end']);
  });

  it('tell those who listen, until they no longer do', () => {
    const events = new EventEmitter();
    const heard: unknown[] = [];
    const listen = (what: unknown) => heard.push(what);
    events.addListener('page', listen);
    expect(events.emit('page', 1)).toBe(true);
    events.removeListener('page', listen);
    expect(events.emit('page', 2)).toBe(false);
    expect(heard).toEqual([1]);
  });

  it('throw where something is used that was left out', () => {
    expect(() => readFileSync()).toThrow('left out of this build');
    expect(() => cbc()).toThrow('left out of this build');
  });
});
