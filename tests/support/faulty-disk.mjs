/**
 * Loaded before a command by --import: a disk that fails. FAULTY_DISK holds a JSON list of faults, each
 *   { calls, path, code?, kill?, after?, bytes? }
 * calls: names of functions of node:fs (`writeFile` stands for its three forms), separated by |; path: a regular
 * expression for the path; code: the error to give, or kill: true to end the process there as kill -9 does; after:
 * how many such calls go well before; bytes: how many bytes are written before. As root and on any system, where
 * permissions and disks can't be had to fail.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const FAULTS = JSON.parse(process.env.FAULTY_DISK ?? '[]').map((fault) => ({
  ...fault,
  calls: fault.calls.split('|'),
  path: new RegExp(fault.path, 'u'),
  left: fault.after ?? 0,
  bytesLeft: fault.bytes,
}));

/** What the system calls are named in errors; those that write name no path. */
const SYSCALLS = {
  writeFile: 'write',
  appendFile: 'write',
  write: 'write',
  writev: 'write',
  readFile: 'open',
  readdir: 'scandir',
  copyFile: 'copyfile',
  cp: 'cp',
};
/** Paths of open files, by descriptor. */
const opened = new Map();

/** The error that a call is to give, if any. */
function faultOf(call, paths, size) {
  const texts = paths.map((each) => opened.get(each) ?? String(each instanceof URL ? each.pathname : each));
  for (const fault of FAULTS) {
    if (!fault.calls.includes(call) || !texts.some((text) => fault.path.test(text))) continue;
    if (fault.bytesLeft !== undefined) {
      fault.bytesLeft -= size;
      if (fault.bytesLeft >= 0) continue;
    } else if (fault.left-- > 0) continue;
    if (fault.kill) {
      // Once: a second signal would end what the first one lets end in order.
      fault.left = Number.POSITIVE_INFINITY;
      process.kill(process.pid, fault.kill === true ? 'SIGKILL' : fault.kill);
      return undefined;
    }
    const syscall = SYSCALLS[call] ?? call;
    const path = syscall === 'write' ? undefined : texts[0];
    const error = new Error(`${fault.code}: injected, ${syscall}${path === undefined ? '' : ` '${path}'`}`);
    return Object.assign(error, { code: fault.code, errno: -1, syscall }, path === undefined ? {} : { path });
  }
  return undefined;
}

const sizeOf = (data) => data?.length ?? data?.byteLength ?? 0;
const PATHS = { rename: 2, link: 2, copyFile: 2, cp: 2, symlink: 2 };
const CALLS =
  'readFile writeFile appendFile open mkdir rename rm rmdir unlink stat lstat readdir copyFile cp link symlink access'.split(
    ' ',
  );

for (const call of CALLS) {
  const faultFor = (args) => faultOf(call, args.slice(0, PATHS[call] ?? 1), sizeOf(args[1]));
  const promised = fs.promises[call];
  fs.promises[call] = async (...args) => {
    const error = faultFor(args);
    if (error) throw error;
    return promised.apply(fs.promises, args);
  };
  const sync = fs[`${call}Sync`];
  fs[`${call}Sync`] = (...args) => {
    const error = faultFor(args);
    if (error) throw error;
    return sync.apply(fs, args);
  };
  const plain = fs[call];
  fs[call] = (...args) => {
    const error = faultFor(args);
    const done = args.at(-1);
    if (error && typeof done === 'function') return process.nextTick(done, error);
    if (call === 'open' && typeof done === 'function') {
      args[args.length - 1] = (failed, descriptor) => {
        if (!failed) opened.set(descriptor, String(args[0]));
        done(failed, descriptor);
      };
    }
    return plain.apply(fs, args);
  };
}

// What streams write through.
for (const call of ['write', 'writev']) {
  const plain = fs[call];
  fs[call] = (descriptor, data, ...rest) => {
    const size = call === 'writev' ? data.reduce((sum, each) => sum + each.length, 0) : sizeOf(data);
    const error = opened.has(descriptor) ? faultOf('writeFile', [descriptor], size) : undefined;
    if (error) return process.nextTick(rest.at(-1), error);
    return plain.call(fs, descriptor, data, ...rest);
  };
}
syncBuiltinESMExports();
