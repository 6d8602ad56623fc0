# Identities, name spaces, mounts, tracing and what else makes a process suspicious.
use strict;
# Literals may not be written to, and perl fears that the kernel would: hence the copies.
sub call {
	my $number = shift;
	my @copies = map { my $copy = $_; $copy } @_;
	my $result = syscall($number, @copies);
	for my $i (0 .. $#_) { eval { $_[$i] = $copies[$i] } }
	return $result;
}
my $dir = $ARGV[0];
mkdir("$dir/m");
call(112);                                                              # setsid
call(109, 0, 0);
call(157, 15, "renamed-task", 0, 0, 0);                                 # prctl PR_SET_NAME
call(157, 36, 1, 0, 0, 0);
call(317, 1, 0, 0);                                                     # seccomp, refused
call(272, 0x00020000 | 0x04000000);                                     # unshare NEWNS|NEWUTS
call(165, 0, "/", 0, 0x44000, 0);                                       # mount MS_REC|MS_PRIVATE
call(165, "none", "$dir/m", "tmpfs", 0xC0ED0000 | 2 | 4, 0);
call(166, "$dir/m", 2);                                                 # umount2 MNT_DETACH
my $ns = call(257, -100, "/proc/self/ns/uts", 0, 0);
call(308, $ns, 0x04000000);                                             # setns
call(101, 0, 0, 0, 0);                                                  # ptrace PTRACE_TRACEME
call(62, $$, 0);
call(234, $$, $$, 0);
my $mem = call(319, "hidden", 1);                                       # memfd_create
call(425, 4, "\0" x 120);                                               # io_uring_setup
call(290, 3, 0x80000);
call(289, -1, "\0" x 8, 8, 0x800);
call(283, 1, 0x80000);
call(294, 0x800);
call(291, 0x80000);
call(321, 0, 0, 0);                                                     # bpf, refused
call(175, "no module", 9, "par=1");                                     # init_module, refused
call(313, $mem, "par=2", 1);
call(176, "nomodule", 0x800);
my $page = call(9, 0, 8192, 7, 0x22, -1, 0);                            # mmap anonymous rwx
call(10, $page, 4096, 1);
call(11, $page, 8192);
call(304, -100, "\0" x 16, 0);
call(434, $$, 0);
call(438, 3, 0, 0);
call(302, 0, 7, 0, "\0" x 16);
call(310, $$, 0, 0, 0, 0, 0);
my $fds = pack("iss", 99, 1, 0);
call(7, $fds, 1, 0);                                                    # poll
my $time = pack("QQ", 0, 5);
call(271, $fds, 1, $time, 0, 0);
call(250, 1, "ring", 0, 0, 0);                                          # keyctl JOIN_SESSION_KEYRING
call(250, 21, -5, 0, 0, 0);
call(431, -1, 1, "key", "value", 0);                                    # fsconfig
my $sem = call(64, 0, 1, 0600);
my $op = pack("Sss", 0, 1, 04000);
call(65, $sem, $op, 1);
call(66, $sem, 0, 0, 0);
call(106, 0);
call(119, 0, 5, 0);
call(117, 1001, 1002, 0);
call(105, 0);
call(161, "$dir");
call(79, my $cwd = "." x 64, 64);
