import type { ProblemCode } from './problem.ts'
import { fact, type ProblemWords, socketPlace } from './problem-words.ts'

/** The engine's socket or pipe on this machine. */
export const localWords = {
  'permission-denied': {
    title: "You may not use the engine's socket",
    message: (facts) =>
      facts.transport === 'npipe'
        ? `This account may not open ${fact(facts, 'address', "the engine's pipe")}.`
        : `This account may not connect to ${fact(facts, 'address', "the engine's socket")}: that takes the right to write to it, and to pass every folder above it.`,
    advice:
      'Compare the owner, group and mode of the socket with this account and its groups. Access to the socket of a rootful engine is root on this machine.',
  },
  'socket-missing': {
    title: "The engine's socket is not there",
    message: (facts) => `Nothing exists at ${fact(facts, 'address', 'the address of the engine')}.`,
    advice: 'Start the engine, install one, or choose another socket that works here.',
  },
  'not-listening': {
    title: "Nothing listens at the engine's socket",
    message: (facts) => `${socketPlace(facts)} exists, but no engine accepts connections there.`,
    advice:
      'Start the engine. If it runs, what stands at the path is left over, is a folder, or belongs to another one.',
  },
  'socket-path-invalid': {
    title: 'The path to the socket leads nowhere',
    message: (facts) =>
      ({
        ELOOP: `The symbolic links on the way to ${fact(facts, 'address', 'the socket')} lead back to themselves.`,
        ENOTDIR: `A part of ${fact(facts, 'address', 'the path')} is a file where a folder is needed.`,
      })[fact(facts, 'code', '')] ?? `${fact(facts, 'address', 'The address')} cannot be the path of a socket.`,
    advice: 'Correct the address, or repair the part of the path that is wrong.',
  },
  'socket-path-too-long': {
    title: 'The path to the socket is too long',
    message: (facts) =>
      `${fact(facts, 'address', 'The path')} has ${fact(facts, 'bytes', 'too many')} bytes; the path of a socket holds ${fact(facts, 'limit', 'about 107')}.`,
    advice: 'Move the socket to a shorter path, or point a short symbolic link at its folder.',
  },
  'socket-wrong-type': {
    title: 'The socket is of another kind',
    message: (facts) =>
      `What stands at ${fact(facts, 'address', 'the address')} is a socket, but not one that an engine listens on.`,
    advice: 'Correct the address: something else made this socket.',
  },
  sandbox: {
    title: 'This process may not use sockets of this kind',
    message: (facts) =>
      `The system refused to open a connection to ${fact(facts, 'address', "the engine's socket")} at all, whatever its mode.`,
    advice:
      'Look for a sandbox around this process: a systemd unit with RestrictAddressFamilies, a snap, a flatpak, a seccomp profile.',
  },
  'engine-masked': {
    title: 'systemd does not start the engine',
    message: (facts) =>
      `systemd holds ${fact(facts, 'address', "the engine's socket")} and drops whoever connects: it may not start the service behind it.`,
    advice:
      "See with systemctl status docker.service whether it is masked. A mask is somebody's decision: ask before removing it.",
  },
  'engine-busy': {
    title: 'The engine accepts no more connections',
    message: (facts) => `${fact(facts, 'address', 'The engine')} has as many callers waiting as it can hold.`,
    advice: 'Wait a moment. If it stays so, the engine hangs: look at its log, then restart it.',
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>
