#!/bin/sh
# Attacks in small, each undone at once; run it as root on a machine for tests. rule-tests/live/compare records them.
scratch=$(mktemp -d) && shared=$(mktemp -d -p /dev/shm) || exit 2
trap 'rm -rf "$scratch" "$shared" /etc/cron.d/zz-attack /usr/bin/zz-attack /etc/zz-attack.conf /var/log/zz-attack.log' EXIT
cd "$scratch" || exit 2

# Passwords and keys, by their name, by a link, by detours.
cat /etc/shadow >copy
ln -s /etc/shadow by-link && cat by-link >/dev/null
cat /usr/../etc/./shadow >/dev/null
cat /proc/self/root/etc/shadow >/dev/null
mkdir -p home/.ssh home/.aws && echo k >home/.ssh/id_rsa && echo k >home/.aws/credentials
cat home/.ssh/id_rsa home/.aws/credentials >/dev/null
find "$scratch" -name id_rsa >/dev/null
grep -r 'BEGIN RSA PRIVATE' "$scratch" >/dev/null

# A foothold.
echo '# nothing' >/etc/cron.d/zz-attack
cp /bin/true /usr/bin/zz-attack
echo nothing >/etc/zz-attack.conf
cp /bin/true "$shared/zz" && "$shared/zz"
cp /bin/true suid && chmod u+s suid

# Programs without files, and shells on the network.
perl -e '
  my $fd = syscall(319, my $name = "zz", 0);
  open(my $to, ">&=", $fd); open(my $from, "<", "/bin/true"); local $/;
  my $program = <$from>; syswrite($to, $program);
  exec { "/proc/self/fd/$fd" } "zz";'
perl -MIO::Socket::INET -MPOSIX -e '
  my $server = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1") or exit 1;
  if (!fork) {
    my $to = IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $server->sockport);
    POSIX::dup2(fileno($to), $_) for 0 .. 2;
    exec "/bin/sh", "-i";
  }
  my $shell = $server->accept; print $shell "id\nexit\n"; $shell->flush; wait;'
echo dHJ1ZQo= | base64 -d | sh

# Other processes, the wire, traces.
perl -e 'syscall(101, 0, 0, 0, 0)'
sleep 60 & perl -e 'syscall(101, 16, $ARGV[0], 0, 0)' $!
kill $!
perl -MSocket -e 'socket(my $wire, 17, SOCK_RAW, 0x300)'
echo line >/var/log/zz-attack.log && : >/var/log/zz-attack.log && rm /var/log/zz-attack.log
echo line >.bash_history && : >.bash_history
echo line >gone && shred -u gone
unshare -U true
