#ifndef PLENUM_EXCHANGE_H
#define PLENUM_EXCHANGE_H

/// Exchanges two files or folders of one file system in one step: nobody ever sees neither or both halves.
/// In C because the call is variadic or hidden behind macros where Swift imports it from.
///
/// Returns 0 or an error number; ENOSYS, EINVAL or ENOTSUP where the system or the file system cannot.
int plenum_exchange(const char *one, const char *other);

#endif
