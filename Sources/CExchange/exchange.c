#if defined(__linux__)
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#elif defined(__APPLE__)
#include <stdio.h>
#endif

#include <errno.h>

#include "exchange.h"

int plenum_exchange(const char *one, const char *other) {
#if defined(__linux__) && defined(SYS_renameat2)
  const unsigned int exchange = 1 << 1;  // RENAME_EXCHANGE; older C libraries have no name for it.
  return syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange) == 0 ? 0 : errno;
#elif defined(__APPLE__)
  return renamex_np(one, other, RENAME_SWAP) == 0 ? 0 : errno;
#else
  (void)one;
  (void)other;
  return ENOSYS;
#endif
}
