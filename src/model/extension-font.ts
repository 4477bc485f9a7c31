/**
 * Resets the system font at 12 px that Chromium sets on the body of every extension document. Put it before a kept
 * copy's own styles, so that they override it.
 */
export const withoutExtensionFont = '<style>body{font-family:inherit;font-size:inherit}</style>';
