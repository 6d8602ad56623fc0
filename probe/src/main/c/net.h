/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Addresses, connections and messages of sockets. */
#ifndef FALCOJ_NET_H
#define FALCOJ_NET_H

#include "file.h"

#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 10
#define UNIX_PATH 109
#define EINPROGRESS 115

#define port_of(raw) ((__u16)((raw) >> 8 | (raw) << 8))

/* The start of a socket address as a process writes it, without holes. */
struct address {
	__u16 family;
	union {
		struct {
			__u16 port;
			__u32 ip;
		} __attribute__((packed)) in;
		struct {
			__u16 port;
			__u32 flow;
			__u8 ip[16];
		} __attribute__((packed)) in6;
		char path[108];
	};
} __attribute__((packed));

static __always_inline struct sock *socket_of(int fd)
{
	struct file *file = file_of(fd);
	struct socket *socket;

	if (!file || (BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT) != S_IFSOCK)
		return NULL;
	socket = BPF_CORE_READ(file, private_data);
	return socket ? BPF_CORE_READ(socket, sk) : NULL;
}

/* An address that the call was given, as the process wrote it. */
int put_address(__u32 pointer, __u32 size)
{
	struct scratch *s = scratch();
	struct address *address;
	__u32 length, from;

	if (!s)
		return 0;
	from = s->at;
	length = arg(s, size);
	if (length > sizeof(struct address))
		length = sizeof(struct address);
	address = (struct address *)s->temp;
	__builtin_memset(address, 0, sizeof(struct address) + 2);
	asm volatile("%0 &= 127" : "+r"(length));
	if (length < 2 || bpf_probe_read_user(address, length, (void *)arg(s, pointer))) {
		put_empty(s);
		return 0;
	}
	switch (address->family) {
	case AF_INET:
		push_number(s, AF_INET, 1);
		push_number(s, address->in.ip, 4);
		push_number(s, port_of(address->in.port), 2);
		break;
	case AF_INET6:
		push_number(s, AF_INET6, 1);
		__builtin_memcpy(room(s), address->in6.ip, 16);
		s->at += 16;
		push_number(s, port_of(address->in6.port), 2);
		break;
	case AF_UNIX:
		push_number(s, AF_UNIX, 1);
		/* An abstract name begins with a NUL, which is not shown. */
		push_kernel_string(s, (__u64)&address->path[address->path[0] == 0], UNIX_PATH);
		break;
	}
	end(s, s->at - from);
	return 0;
}

static __always_inline void push_end4(struct scratch *s, __u32 ip, __u16 port)
{
	push_number(s, ip, 4);
	push_number(s, port_of(port), 2);
}

static __always_inline void push_end6(struct scratch *s, struct in6_addr *ip, __u16 port)
{
	__builtin_memcpy(room(s), ip, 16);
	s->at += 16;
	push_number(s, port_of(port), 2);
}

static __always_inline void push_connection4(struct scratch *s, struct sock *sock, bool out,
					     struct address *given)
{
	struct inet_sock *inet = (struct inet_sock *)sock;
	__u32 local = BPF_CORE_READ(inet, inet_saddr);
	__u16 local_port = BPF_CORE_READ(inet, inet_sport);
	__u32 remote = BPF_CORE_READ(sock, __sk_common.skc_daddr);
	__u16 remote_port = BPF_CORE_READ(sock, __sk_common.skc_dport);

	if (remote_port == 0 && given) {
		remote = given->in.ip;
		remote_port = given->in.port;
	}
	push_number(s, AF_INET, 1);
	push_end4(s, out ? local : remote, out ? local_port : remote_port);
	push_end4(s, out ? remote : local, out ? remote_port : local_port);
}

static __always_inline void push_connection6(struct scratch *s, struct sock *sock, bool out,
					     struct address *given)
{
	struct inet_sock *inet = (struct inet_sock *)sock;
	__u16 local_port = BPF_CORE_READ(inet, inet_sport);
	__u16 remote_port = BPF_CORE_READ(sock, __sk_common.skc_dport);
	struct in6_addr local = {}, remote = {};

	BPF_CORE_READ_INTO(&local, inet, pinet6, saddr);
	BPF_CORE_READ_INTO(&remote, sock, __sk_common.skc_v6_daddr);
	if (remote_port == 0 && given) {
		__builtin_memcpy(&remote, given->in6.ip, 16);
		remote_port = given->in6.port;
	}
	push_number(s, AF_INET6, 1);
	if (out) {
		push_end6(s, &local, local_port);
		push_end6(s, &remote, remote_port);
	} else {
		push_end6(s, &remote, remote_port);
		push_end6(s, &local, local_port);
	}
}

static __always_inline void push_unix_path(struct scratch *s, struct unix_sock *sock)
{
	struct unix_address *address = sock ? BPF_CORE_READ(sock, addr) : NULL;
	/* The path stands behind the family. */
	char *path = (char *)address + bpf_core_field_offset(struct unix_address, name) + 2;
	char first = 0;

	if (!address) {
		push_number(s, 0, 1);
		return;
	}
	bpf_probe_read_kernel(&first, 1, path);
	if (push_kernel_string(s, (__u64)(path + (first == 0)), UNIX_PATH) == 0)
		push_number(s, 0, 1);
}

static __always_inline void push_connection_unix(struct scratch *s, struct sock *sock, bool out,
						 struct address *given)
{
	struct unix_sock *local = (struct unix_sock *)sock;
	struct unix_sock *peer = (struct unix_sock *)BPF_CORE_READ(local, peer);

	push_number(s, AF_UNIX, 1);
	push_number(s, (__u64)(out ? peer : local), 8);
	push_number(s, (__u64)(out ? local : peer), 8);
	if (out && !peer && given)
		push_kernel_string(s, (__u64)&given->path[given->path[0] == 0], UNIX_PATH);
	else
		push_unix_path(s, out ? peer : local);
}

/* Both ends of the connection of a socket, as the kernel knows them. */
int put_connection(int fd, __u32 out, __u64 given_at)
{
	struct scratch *s = scratch();
	struct sock *sock = socket_of(fd);
	struct address *given = NULL;
	__u32 from;

	if (!s)
		return 0;
	if (!sock) {
		put_empty(s);
		return 0;
	}
	from = s->at;
	if (given_at) {
		__builtin_memset(s->temp, 0, sizeof(struct address));
		/* The address may be shorter and lie at the end of what can be read. */
		if (bpf_probe_read_user(s->temp, 110, (void *)given_at))
			bpf_probe_read_user(s->temp, 16, (void *)given_at);
		given = (struct address *)s->temp;
	}
	switch (BPF_CORE_READ(sock, __sk_common.skc_family)) {
	case AF_INET:
		push_connection4(s, sock, out, given);
		break;
	case AF_INET6:
		push_connection6(s, sock, out, given);
		break;
	case AF_UNIX:
		push_connection_unix(s, sock, out, given);
		break;
	}
	end(s, s->at - from);
	return 0;
}

static __always_inline void put_queue(struct scratch *s, int listener)
{
	struct sock *sock = s->ret < 0 ? NULL : socket_of(listener);
	__u32 length = sock ? BPF_CORE_READ(sock, sk_ack_backlog) : 0;
	__u32 limit = sock ? BPF_CORE_READ(sock, sk_max_ack_backlog) : 0;

	put_number(s, length && limit ? length * 100 / limit : 0, 1);
	put_number(s, length, 4);
	put_number(s, limit, 4);
}

/* The parts of scattered data, one behind the other, at most so many bytes. */
struct parts {
	__u64 array;
	__u32 count;
	__u32 left;
	__u32 written;
	__u64 total;
};

static long next_part(__u32 index, struct parts *p)
{
	struct scratch *s = scratch();
	__u64 base, length;
	__u32 size;

	if (!s || index >= p->count)
		return 1;
	base = user_word(s, p->array, 2 * index);
	length = user_word(s, p->array, 2 * index + 1);
	p->total += length;
	if (p->left) {
		size = push_user_data(s, base, length < p->left ? length : p->left);
		p->written += size;
		p->left = size < length && size == p->left ? 0 : p->left - size;
	}
	return 0;
}

static long add_part(__u32 index, struct parts *p)
{
	struct scratch *s = scratch();

	if (!s || index >= p->count)
		return 1;
	p->total += user_word(s, p->array, 2 * index + 1);
	return 0;
}

static __always_inline __u64 length_of_parts(__u64 array, __u32 count)
{
	struct parts p = {.array = array, .count = count};

	bpf_loop(MAX_PARTS, add_part, &p, 0);
	return p.total;
}

static __always_inline __u32 data_limit(void)
{
	__u32 limit = settings.data_bytes;

	return limit < STRING_BYTES ? limit : STRING_BYTES - 1;
}

/* Writes what the parts hold, of what was moved if anything was; the sum of their lengths is in s->number behind it. */
int put_parts(__u64 array, __u32 count, long moved)
{
	struct scratch *s = scratch();
	struct parts p = {};

	if (!s)
		return 0;
	p.array = array;
	p.count = count;
	p.left = data_limit();
	if (moved > 0 && moved < p.left)
		p.left = moved;
	bpf_loop(MAX_PARTS, next_part, &p, 0);
	s->number = p.total;
	end(s, p.written);
	return 0;
}

/* The members of struct msghdr, counted in words of the process. */
enum message_word { NAME, NAME_LENGTH, PARTS, PART_COUNT, CONTROL, CONTROL_LENGTH };

static __always_inline __u64 message_word(struct scratch *s, __u64 message, enum message_word which)
{
	return user_word(s, message, which);
}

#endif
