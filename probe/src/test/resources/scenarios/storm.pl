# Forks without a pause until its input has a line; most children end at once, some stay and hold still. Writes the
# number of every child into the second argument. Then says how many stayed, and waits until its input ends.
use strict;
use warnings;
use POSIX ();

my ($dir, $log) = @ARGV;
my $most = 30;
mkdir "$dir/sub";
open(my $children, '>', $log) or die $!;
pipe(my $hold, my $end) or die $!;
pipe(my $ready, my $tell) or die $!;
POSIX::dup2(fileno($hold), 9);
POSIX::dup2(fileno($tell), 8);
$| = 1;
my ($count, @stay) = (0);

sub touch {
	my ($n) = @_;
	chdir 'sub' or die $!;
	open(my $one, '>', "../one-$n") or die $!;
	my $copy = POSIX::dup2(fileno($one), 20 + $n % 5);
	open(my $two, '<', '/etc/hostname') or die $!;
	POSIX::dup2(fileno($two), 30);
	close $one;
	chdir '..' or die $!;
	return $two;
}

print "begun\n";
chdir $dir;
while (1) {
	my $bits = '';
	vec($bits, 0, 1) = 1;
	last if $count >= 20 and @stay >= $most and select($bits, undef, undef, 0);
	my $n = $count++;
	my $stays = @stay < $most && $n % 7 == 0;
	my $pid = fork;
	die $! unless defined $pid;
	if (!$pid) {
		close $end;
		my $open = touch($n);
		POSIX::_exit(0) unless $stays;
		chdir 'sub' if $n % 2;
		$^F = 1000;
		if ($n % 3 == 0) {
			exec '/bin/sh', '-c', 'echo >&8; read line <&9', "storm-$n";
		}
		syswrite($tell, "\n");
		sysread($hold, my $line, 1);
		POSIX::_exit(0);
	}
	print $children "$pid\n";
	if ($stays) {
		push @stay, $pid;
	} else {
		waitpid($pid, 0);
		select(undef, undef, undef, 0.001);
	}
}
close $children;
for (@stay) { sysread($ready, my $byte, 1); }
<STDIN>;
print "stayed ", join(' ', @stay), "\n";
<STDIN>;
kill 'KILL', @stay;
