# Opens of all kinds, by the numbers of x86-64, for filters to choose from. The argument is an empty folder.
use strict;
sub call {
	my $number = shift;
	my @copies = map { my $copy = $_; $copy } @_;
	return syscall($number, @copies);
}
my $AT = -100;
chdir("/");
sub at { my ($path, $flags) = @_; return call(257, $AT, $path, $flags || 0, 0) }
at("/etc/hostname");
at("/etc/hostname", 0x80000);                                           # O_CLOEXEC
at("/etc/missing", 0x1);                                                # O_WRONLY
at("/nowhere/missing");
my $etc = at("/etc", 0x10000);                                          # O_DIRECTORY
at("/usr");                                                             # a folder all the same
at("/dev/null", 0x2);                                                   # O_RDWR
# Paths that are other ones than they say, or may be.
at("etc/hostname");
call(257, $etc, "hostname", 0, 0);
at("/usr/../etc/hostname");
at("/etc/..");
at("/etc/.");
at("/etc/./hostname");
at("/etc//hostname");
at("//etc/hostname");
at("/etc/");
at("/etc/host\tname");
at("/etc/host\x{c3}\x{a9}");
at("");
at("/proc/self/root/etc/hostname");
at("/etc/.hidden");
at("/etc/..hidden");
at("/etc/...");
at("/etc/12/.4/..6/8");
# And some that only look so.
at("/etc/a.");
at("/etc/" . ("a" x 250));                                              # 255 bytes
at("/etc/" . ("b" x 251));
at("/etc/" . ("c" x 4200));
# Pointers that lead nowhere, and a path that ends where the memory does.
call(257, $AT, 1, 0, 0);
call(257, $AT, 0, 0, 0);
my $pages = call(9, 0, 8192, 3, 0x22, -1, 0);
call(11, $pages + 4096, 4096);
sub place {
	my ($text, $where) = @_;
	pipe(my $in, my $out);
	syswrite($out, $text);
	syscall(0, fileno($in), $where, length($text));
	return call(257, $AT, $where, 0, 0);
}
place("/etc/at-the-end\0", $pages + 4096 - 16);
place("/etc/beyond-end", $pages + 4096 - 15);                           # no NUL: it cannot be read
call(2, "/etc/hostname", 0, 0);
my $how = pack("QQQ", 0x80000, 0, 0);
call(437, $AT, "/etc/hostname", $how, 24);
call(437, $AT, "/etc/hostname", 1, 24);
