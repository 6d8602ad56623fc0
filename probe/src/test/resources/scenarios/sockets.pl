# Sockets of all kinds, over loopback. The argument is an empty folder.
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
sub in4 { my ($port, $ip) = @_; return pack("S n C4 x8", 2, $port, @$ip) }
sub in6 { my ($port) = @_; return pack("S n N a16 N", 10, $port, 0, ("\0" x 15) . "\1", 0) }
sub un { my ($path) = @_; return pack("S a108", 1, $path) }
my $port = pack("i", 16);
# TCP
my $server = call(41, 2, 1 | 0x80000, 6);
call(54, $server, 1, 2, pack("i", 1), 4);                               # setsockopt SO_REUSEADDR
my $any = in4(0, [127, 0, 0, 1]);
call(49, $server, $any, 16);
call(50, $server, 5);
my $name = "\0" x 16;
my $len = pack("i", 16);
call(51, $server, $name, $len);
my (undef, $bound) = unpack("S n", $name);
my $client = call(41, 2, 1, 0);
my $to = in4($bound, [127, 0, 0, 1]);
call(42, $client, $to, 16);
my $peer = "\0" x 16;
$len = pack("i", 16);
my $accepted = call(288, $server, $peer, $len, 0x800);
call(44, $client, "over tcp", 8, 0, 0, 0);
my $in = "\0" x 32;
call(45, $accepted, $in, 32, 0, 0, 0);
call(48, $client, 1);
# UDP
my $udp = call(41, 2, 2, 0);
my $x = in4(0, [127, 0, 0, 1]);
call(49, $udp, $x, 16);
my $where = "\0" x 16;
$len = pack("i", 16);
call(51, $udp, $where, $len);
(undef, $bound) = unpack("S n", $where);
my $sender = call(41, 2, 2, 0);
$to = in4($bound, [127, 0, 0, 1]);
call(44, $sender, "over udp", 8, 0, $to, 16);
my $from = "\0" x 16;
$len = pack("i", 16);
call(45, $udp, $in, 32, 0, $from, $len);
my $data = "a message";
my $tail = substr($data, 4);
my $iov = pack("P Q P Q", $data, 4, $tail, 5);
my $msg = pack("P L x4 P Q Q Q i x4", $to, 16, $iov, 2, 0, 0, 0);
call(46, $sender, $msg, 0);                                             # sendmsg
my $room = "\0" x 32;
my $riov = pack("P Q", $room, 32);
my $rmsg = pack("P L x4 P Q Q Q i x4", $from, 16, $riov, 1, 0, 0, 0);
call(47, $udp, $rmsg, 0);                                               # recvmsg
# IPv6, nobody listens
my $six = call(41, 10, 1, 0);
$to = in6(9);
call(42, $six, $to, 28);
# unix: by path, abstract, a pair
my $local = call(41, 1, 1, 0);
my $path = un("$dir/sock");
call(49, $local, $path, 110);
call(50, $local, 1);
my $caller = call(41, 1, 1, 0);
call(42, $caller, $path, 110);
my $answer = call(43, $local, 0, 0);
my $abstract = call(41, 1, 2, 0);
my $hidden = pack("S a*", 1, "\0hidden");
call(49, $abstract, $hidden, 9);
my $pair = pack("ii", -1, -1);
call(53, 1, 1, 0, $pair);
my $missing = un("$dir/nobody");
call(42, call(41, 1, 1, 0), $missing, 110);
# Several messages in one call: two that are sent, then both received, with room for three.
my ($one, $two) = ("first", "second one");
my ($iov1, $iov2) = (pack("P Q", $one, 5), pack("P Q", $two, 10));
$to = in4($bound, [127, 0, 0, 1]);
my $both = pack("P L x4 P Q Q Q i x4 L x4", $to, 16, $iov1, 1, 0, 0, 0, 0)
	. pack("P L x4 P Q Q Q i x4 L x4", $to, 16, $iov2, 1, 0, 0, 0, 0);
call(307, $sender, $both, 2, 0);                                        # sendmmsg
my @rooms = map { "\0" x 32 } 1 .. 3;
my @iovs = map { pack("P Q", $_, 32) } @rooms;
my @from = map { "\0" x 16 } 1 .. 3;
my $all = join("", map { pack("P L x4 P Q Q Q i x4 L x4", $from[$_], 16, $iovs[$_], 1, 0, 0, 0, 0) } 0 .. 2);
call(299, $udp, $all, 3, 0x40, 0);                                      # recvmmsg MSG_DONTWAIT
call(307, -1, $both, 2, 0);
