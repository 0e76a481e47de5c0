/** System call numbers of connect(2) and prctl(2). */
const numbers: Partial<Record<NodeJS.Architecture, { connect: number; prctl: number }>> = {
  x64: { connect: 42, prctl: 157 },
  arm64: { connect: 203, prctl: 167 },
}

/**
 * What goes in front of a command to run it under a seccomp filter that answers every connect(2) with the errno, as the
 * profile of a container or a snap may. Perl is in every Debian; nothing else here can set such a filter.
 */
export function refuseConnect(errno: number): string[] {
  const calls = numbers[process.arch]
  if (!calls) throw new Error(`the system call numbers of ${process.arch} are not known here`)
  // Load the call's number; if it is connect, answer the errno; else allow.
  const script = `
    my $filter = join '', map { pack 'SCCL', @$_ }
      [0x20, 0, 0, 0], [0x15, 0, 1, ${calls.connect}], [0x06, 0, 0, 0x50000 | ${errno}], [0x06, 0, 0, 0x7fff0000];
    my $program = pack 'S x6 P', 4, $filter;
    syscall(${calls.prctl}, 38, 1, 0, 0, 0) == 0 or die "no_new_privs: $!";
    syscall(${calls.prctl}, 22, 2, $program) == 0 or die "seccomp: $!";
    exec @ARGV or die "exec: $!";`
  return ['/usr/bin/perl', '-e', script]
}
