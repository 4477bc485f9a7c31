import * as asn1js from 'asn1js';

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Another CMS by the same key over the same content, which anyone can make: (r, n − s) in place of (r, s). */
export function withTwin(cms: Uint8Array): Uint8Array {
  const { result } = asn1js.fromBER(new Uint8Array(cms));
  const signedData = children(children(result)[1])[0];
  const signerInfo = children(children(signedData).at(-1))[0];
  const signature = children(signerInfo).find(part => part instanceof asn1js.OctetString);
  if (signature === undefined) throw new Error('no signature inside');
  const [r, s] = children(asn1js.fromBER(new Uint8Array(signature.valueBlock.valueHexView)).result);
  if (!(r instanceof asn1js.Integer && s instanceof asn1js.Integer)) throw new Error('no ECDSA signature');
  const twin = asn1js.Integer.fromBigInt(order - s.toBigInt());
  signature.valueBlock.valueHexView = new Uint8Array(new asn1js.Sequence({ value: [r, twin] }).toBER());
  return new Uint8Array(result.toBER());
}

function children(value: unknown): readonly asn1js.BaseBlock[] {
  if (!(value instanceof asn1js.Constructed)) throw new Error('not a constructed value');
  return value.valueBlock.value;
}
