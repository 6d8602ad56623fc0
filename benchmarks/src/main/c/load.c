/*
 * Loads for benchmarks/live, by what this process itself spends on the processor, so that other programs
 * disturb less: "open N" opens, reads and closes a file; "getppid N" calls what no rule needs; "storm S"
 * does the former for S seconds.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static double seconds(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

static void open_read_close(void)
{
	char byte[16];
	int fd = open("/etc/hostname", O_RDONLY);

	if (fd < 0 || read(fd, byte, sizeof(byte)) < 0)
		exit(1);
	close(fd);
}

int main(int count, char **arguments)
{
	long n = count > 2 ? atol(arguments[2]) : 0;
	double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

	if (n <= 0)
		return 2;
	if (!strcmp(arguments[1], "storm")) {
		double end = seconds(CLOCK_MONOTONIC) + n;

		while (seconds(CLOCK_MONOTONIC) < end)
			for (int i = 0; i < 1000; i++)
				open_read_close();
		return 0;
	}
	for (long i = 0; i < n; i++)
		if (!strcmp(arguments[1], "open"))
			open_read_close();
		else
			syscall(SYS_getppid);
	printf("%.0f\n", (seconds(CLOCK_PROCESS_CPUTIME_ID) - start) / n * 1e9);
	return 0;
}
