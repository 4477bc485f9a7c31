/**
 * Chromium gives the body of every document of an extension the system's font, at 12 px, in a style before all of the
 * document's own. Put first among those, this takes it back where a kept copy is drawn; what the page itself says of
 * its body comes after it and counts.
 */
export const withoutExtensionFont = '<style>body{font-family:inherit;font-size:inherit}</style>';
