# Opens a descriptor of each kind that perl can, begins a thread, says so and waits until its input ends.
use strict;
use warnings;
use threads;
use Fcntl;
use POSIX ();
use Socket qw(:all);

$^F = 1000; # nothing is closed on exec unless asked for
my $dir = shift;
my @open;

sub keep { push @open, @_; }

sysopen(my $file, "$dir/a file", O_RDWR | O_CREAT | O_APPEND) or die $!;
sysopen(my $gone, "$dir/gone", O_RDWR | O_CREAT) or die $!;
unlink "$dir/gone";
opendir(my $folder, $dir) or die $!;
pipe(my $out, my $in) or die $!;
POSIX::mkfifo("$dir/fifo", 0600);
sysopen(my $fifo, "$dir/fifo", O_RDWR) or die $!;
open(my $null, '>', '/dev/null') or die $!;
my $name = "memory\0";
my $memory = syscall(319, $name, 0); # memfd_create
my $event = syscall(290, 1, 0); # eventfd2
my $epoll = syscall(291, 0); # epoll_create1
socket(my $tcp, PF_INET, SOCK_STREAM, 0) or die $!;
bind($tcp, pack_sockaddr_in(0, INADDR_LOOPBACK)) or die $!;
listen($tcp, 1) or die $!;
socket(my $client, PF_INET, SOCK_STREAM, 0) or die $!;
connect($client, getsockname($tcp)) or die $!;
accept(my $served, $tcp) or die $!;
socket(my $udp, PF_INET, SOCK_DGRAM, 0) or die $!;
bind($udp, pack_sockaddr_in(0, INADDR_LOOPBACK)) or die $!;
socket(my $tcp6, PF_INET6, SOCK_STREAM, 0) or die $!;
bind($tcp6, pack_sockaddr_in6(0, IN6ADDR_LOOPBACK)) and listen($tcp6, 1);
socket(my $path, PF_UNIX, SOCK_STREAM, 0) or die $!;
bind($path, pack_sockaddr_un("$dir/socket")) or die $!;
socket(my $abstract, PF_UNIX, SOCK_DGRAM, 0) or die $!;
bind($abstract, "\x01\0\0still-$$") or die $!;
socketpair(my $left, my $right, PF_UNIX, SOCK_STREAM, 0) or die $!;
socket(my $unbound, PF_INET, SOCK_STREAM, 0) or die $!;
fcntl($null, F_SETFD, FD_CLOEXEC);
chdir $dir;

pipe(my $wait, my $end) or die $!;
my $thread = threads->create(sub { my $x = <$wait>; });
$| = 1;
print "ready\n";
my $rest = <STDIN>;
close $end;
POSIX::_exit(0);
