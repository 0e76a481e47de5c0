import type { CauseCode } from './cause.ts'

/** A cause in plain words. `title` has no period. `relogin` says what a new login means here, empty where none is needed. */
export type CauseText = { title: string; explanation: string; relogin: string }

const relogin =
  'A process gets its groups when its login session begins and keeps them. Log out of the whole desktop and in again; closing a terminal is not enough. Where systemd keeps your user manager alive (lingering), even that keeps the old groups until user@UID.service restarts. In one terminal, sg GROUP gives the group at once.'

/** THE table of words for causes: a code without a row does not compile. The proof stands in `main/diagnosis/causes.ts`. */
export const causeText: Record<CauseCode, CauseText> = {
  'user-not-in-group': {
    title: "You are not in the socket's group",
    explanation:
      'The engine lets its owner and one group use its socket, and you are neither. To connect is to write, so reading rights do not help. Whoever may use the socket of a rootful engine is root on this machine; a rootless engine of your own needs no such right.',
    relogin,
  },
  'session-predates-group': {
    title: 'Your login is older than your membership',
    explanation:
      'The user database has you in the group that owns the socket. This process was started by a login that began before you were added, and groups are handed out at login only. Nothing is wrong with the socket.',
    relogin,
  },
  'socket-group-wrong': {
    title: 'The socket belongs to the wrong group',
    explanation:
      'The engine gives its socket to the group docker when it starts. If that group was missing then, or the service names another, the socket stays with a group nobody is in. To join that group, root above all, would give far more than the engine.',
    relogin: '',
  },
  'socket-mode': {
    title: "The socket's mode keeps its group out",
    explanation:
      'To connect to a socket takes the right to write to it, and its mode does not give that to the group. A changed SocketMode in the unit, an unusual umask or a chmod by hand does this. The usual mode is 0660: the owner and the group, nobody else.',
    relogin: '',
  },
  'socket-acl': {
    title: 'An ACL on the socket keeps you out',
    explanation:
      'An access control list adds entries to the nine mode bits, and an entry for you, or the mask over all of them, decides before the group does. To ls -l it is only a plus sign behind the mode; getfacl shows the entries.',
    relogin: '',
  },
  'path-not-searchable': {
    title: 'A folder on the way to the socket is closed to you',
    explanation:
      'To reach a file you need the right to pass every folder above it, and above the target of every link. One of them does not let you pass, so the socket itself cannot even be looked at. A group that may use the socket does not help here.',
    relogin: '',
  },
  'container-lacks-group': {
    title: "This container runs without the socket's group",
    explanation:
      'The socket comes from outside of this container, and so does the number of its group. Names in the image mean nothing to the kernel: only the number counts, and it differs from host to host. The container has to be started with that number as an additional group.',
    relogin: '',
  },
  'user-namespace': {
    title: 'The socket belongs to ids that do not exist in this namespace',
    explanation:
      'This process runs in a user namespace, where only some ids have a number. The owner and the group of the socket have none, so not even root in here is root to them. Run outside of the namespace, or start the container with the host’s: --userns=host.',
    relogin: '',
  },
  sandbox: {
    title: 'A sandbox around Gangway forbids the connection',
    explanation:
      'The owner, the mode and the groups allow it, and the kernel still refuses: AppArmor, SELinux, a seccomp filter, a snap, a flatpak or a systemd unit with restrictions stands in between. Allow the socket in that sandbox (snap connect, flatpak override, the unit’s properties), or run Gangway outside of it. The kernel’s log names the rule.',
    relogin: '',
  },
  'socket-missing': {
    title: 'No engine has made its socket',
    explanation:
      'Nothing exists at this path. An engine makes its socket when it starts, so it is stopped, or it is set to another path. In a container, the socket has to be mounted from outside.',
    relogin: '',
  },
  'symlink-dangling': {
    title: 'The socket is a link to something that is gone',
    explanation:
      'A link stands at the path, and what it points to does not exist. Docker Desktop, Colima and others leave such a link behind when they stop or are removed. Start what it points to, or choose another socket.',
    relogin: '',
  },
  'rootless-not-running': {
    title: 'The rootless engine is not running',
    explanation:
      "A rootless engine belongs to one user, and lives in that user's session. It starts with the login and ends with it, unless lingering is enabled for the user.",
    relogin: '',
  },
  'engine-not-installed': {
    title: 'No engine is installed on this machine',
    explanation:
      'Neither Docker nor Podman was found, and no socket is at any of the usual places. Install one, or name the address of one that is somewhere else.',
    relogin: '',
  },
  'socket-path-invalid': {
    title: 'The path to the socket leads nowhere',
    explanation:
      'A part of the path is a file where a folder is due, or links lead in a circle, or the path holds characters that no path may hold. No engine can be reached by it before it is repaired.',
    relogin: '',
  },
  'socket-path-too-long': {
    title: 'The path to the socket is too long',
    explanation:
      'The address of a socket holds 107 bytes on Linux and 103 on macOS, whatever the file system allows. A link in a short folder is the usual way out.',
    relogin: '',
  },
  'socket-is-directory': {
    title: 'A folder stands where the socket should be',
    explanation:
      'A container that mounts the socket was started while the engine was down, and Docker made a folder for the missing source. The engine cannot make its socket while it stands there. Stop that container first, or the folder comes back.',
    relogin: '',
  },
  'not-a-socket': {
    title: 'What stands at the path is not a socket',
    explanation:
      'A file, a named pipe or a device has the name that the engine wants for its socket. The engine cannot make its socket while it stands there. Look at what it is before you move it aside.',
    relogin: '',
  },
  'stale-socket': {
    title: 'Nobody listens on the socket',
    explanation:
      'The file of the socket is there, and no engine behind it. It was left when the engine was stopped or killed. A restart makes it anew.',
    relogin: '',
  },
  'socket-wrong-type': {
    title: 'The socket belongs to another program',
    explanation:
      'There are sockets for streams, which engines use, and for single messages, which the system log uses. This one is not for streams, so the path names something else.',
    relogin: '',
  },
  'stale-mount': {
    title: "This container holds the engine's former socket",
    explanation:
      'The socket was mounted into this container as a file, and the engine has been restarted since and made a new one. The container keeps the old file, on which nobody listens. Restart the container; to mount the folder instead of the file avoids it.',
    relogin: '',
  },
}
