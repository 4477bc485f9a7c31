import { browser } from 'wxt/browser';
import { type Software, softwareSchema } from '../model/capture.ts';
import { browserName } from './browser-name.ts';

/** SHA-256 over the sources this extension was built from; 64 zeros in a build made without it. */
declare const __BUILD_DIGEST__: string;

/** Holdfast's version and build digest, and the browser and system as they describe themselves. */
export async function readSoftware(): Promise<Software> {
  const platform = await browser.runtime.getPlatformInfo();
  return softwareSchema.parse({
    name: 'Holdfast',
    version: browser.runtime.getManifest().version,
    buildDigest: __BUILD_DIGEST__,
    browser: browserName(navigator.userAgent),
    os: `${platform.os} ${platform.arch}`,
  });
}
