import html2canvas from 'html2canvas';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepOwn } from '../src/capture/page/own-global.ts';
import { type Draw, rerenderKey } from '../src/capture/page/rerender.ts';

/** Injected only when the browser refuses pixels. It asks no proxy and no other site for anything. */
const draw: Draw = (element, area) =>
  html2canvas(element, { ...area, logging: false, useCORS: false, allowTaint: false, imageTimeout: 3_000 });

export default defineUnlistedScript(() => {
  keepOwn(rerenderKey, draw);
});
