// Prepares a fresh clone with Node alone: the packages, then the browsers and tools that npm start and npm test use.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const stamp = join('node_modules', '.holdfast-set-up');

/**
 * What each tool is for, how it is called, and its package on Debian. `variable` names one that lies elsewhere;
 * `module` is one that a Python imports.
 */
const tools = [
  {
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    package: 'chromium',
    variable: 'CHROMIUM_PATH',
    mac: ['/Applications/Chromium.app', '/Applications/Google Chrome.app'],
  },
  {
    programs: ['firefox-esr', 'firefox'],
    package: 'firefox-esr',
    variable: 'FIREFOX_PATH',
    mac: ['/Applications/Firefox.app'],
  },
  { programs: ['openssl'], package: 'openssl' },
  { programs: ['certtool'], package: 'gnutls-bin' },
  { programs: ['unzip'], package: 'unzip' },
  { programs: ['pdftotext'], package: 'poppler-utils' },
  { programs: ['python3'], package: 'python3' },
  { programs: ['python3', '/usr/bin/python3'], module: 'docx', package: 'python3-docx' },
  // Only the thorough tests open tables with it: it is larger than all others together.
  ...(process.argv.includes('--thorough') ? [{ programs: ['soffice'], package: 'libreoffice-calc' }] : []),
];

installPackages();
if (!process.argv.includes('--no-browsers')) installTools();

function installPackages() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the packages (npm ci) …');
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--no-fund',
    '--no-audit',
    '--loglevel=error',
  ]);
  writeFileSync(stamp, wanted);
}

function installTools() {
  const missing = tools.filter(tool => !isThere(tool));
  const packages = missing.map(tool => tool.package);
  const debian = existsSync('/etc/debian_version');
  if (debian && !hasFonts()) packages.push('fonts-dejavu-core');
  if (packages.length === 0) return;
  if (!debian || process.getuid?.() !== 0) {
    say(
      `Missing: ${packages.join(', ')}. ${debian ? `Run: sudo apt-get install ${packages.join(' ')}` : adviceElsewhere()}`,
    );
    process.exit(missing.length > 0 ? 1 : 0);
  }
  say(`Installing ${packages.join(', ')} (apt-get) …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], quiet);
}

function adviceElsewhere() {
  return 'Install them (gnutls-bin is gnutls elsewhere, python3-docx is python-docx on PyPI), and where a browser lies elsewhere name its program in CHROMIUM_PATH or FIREFOX_PATH.';
}

function hasFonts() {
  const listed = spawnSync('fc-list', [], { encoding: 'utf8' });
  return (listed.stdout ?? '').trim() !== '' || existsSync('/usr/share/fonts/truetype/dejavu');
}

function isThere(tool) {
  // Debian installs modules for its own Python, which need not be the first in PATH.
  if (tool.module)
    return tool.programs.some(program => spawnSync(program, ['-c', `import ${tool.module}`]).status === 0);
  if (tool.variable && process.env[tool.variable]) return true;
  if (tool.mac?.some(path => existsSync(path))) return true;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return tool.programs.some(program => folders.some(folder => isProgram(join(folder, program))));
}

function isProgram(path) {
  return [path, `${path}.exe`].some(candidate => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Runs a command quietly; its output is shown only when it fails. */
function run(command, args, environment = {}) {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n`);
  say(`${command} ${args.join(' ')} failed.`);
  process.exit(1);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
