# Files, descriptors and directories, by the numbers of x86-64. The argument is an empty folder.
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
chdir($dir);
my $AT = -100;
my $fd = call(257, $AT, "made", 0x2 | 0x40 | 0x80 | 0x80000, 0640);    # openat O_RDWR|O_CREAT|O_EXCL|O_CLOEXEC
call(1, $fd, "hello probe", 11);
my $buffer = "." x 20;
call(17, $fd, $buffer, 20, 6);                                          # pread64
call(8, $fd, 3, 0);                                                     # lseek
call(2, "$dir/missing", 0x1 | 0x400, 0);                                # open O_WRONLY|O_APPEND
call(85, "created", 0600);                                              # creat
my $how = pack("QQQ", 0x1 | 0x40, 0644, 0x08);                             # O_WRONLY|O_CREAT, RESOLVE_BENEATH
call(437, $AT, "beneath", $how, 24);                                    # openat2
call(83, "d", 0750);
call(258, $AT, "d/e", 0700);
my $d = call(257, $AT, "d", 0x10000, 0);                                # O_DIRECTORY
call(86, "made", "linked");
call(265, $AT, "made", $d, "linked", 0);
call(88, "../target", "soft");
call(266, "target", $d, "soft");
call(82, "linked", "renamed");
call(264, $d, "linked", $AT, "renamed2");
call(316, $AT, "renamed", $AT, "renamed3", 1);
call(90, "made", 04755);
call(91, $fd, 0600);
call(268, $AT, "made", 0640);
call(92, "made", 12, 34);
call(93, $fd, 0, 0);
call(94, "soft", 1, 2);
call(260, $AT, "made", 0, 5, 0x100);
call(133, "pipe", 010600, 0);
call(259, $AT, "null", 020600, 0x103);
call(87, "renamed2");
call(263, $d, "e", 0x200);
call(84, "missing");
call(81, $d);
call(80, "..");
my $path = "." x 64;
call(79, $path, 64);
call(32, $fd);
call(33, $fd, 40);
call(292, $fd, 41, 0x80000);
call(72, $fd, 1030, 50);                                                # fcntl F_DUPFD_CLOEXEC
my $pair = pack("ii", -1, -1);
call(22, $pair);
call(293, $pair, 0x800 | 0x80000);
call(21, "made", 4);
call(6, "soft", "." x 200);
call(262, $AT, "made", "." x 200, 0x100);
call(3, $fd);
call(3, 77);
call(436, 60, 70, 0);
