/* A disk that fails or is watched, for tests on Linux: loaded before the C library (LD_PRELOAD).
 *
 * Of files whose path holds $SHIM_PATH every write, sync, truncate and unlink is counted. The operation that
 * shim_plan() names fails; after one that failed for want of room the disk says that it is full. Where $SHIM_LOG names a file, each is also recorded there, to be replayed up to a power cut:
 * kind (C W S D T U), length of the name, name, offset, length, data.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 1024
enum kind { OTHER, WATCHED, FOLDER };

static struct { enum kind kind; char name[256]; } files[FILES];
static const char *pattern;
static int log_fd = -1, ready;
static long fail_at = -1, count;
static int fail_errno, fail_ever;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_open)(const char *, int, ...);
static int (*real_close)(int), (*real_fsync)(int), (*real_fdatasync)(int);
static int (*real_truncate)(int, off64_t), (*real_unlink)(const char *);

void shim_plan(long at, int error, int ever) { fail_at = at; fail_errno = error; fail_ever = ever; count = 0; }
long shim_count(void) { return count; }

static void prepare(void)
{
    if (ready) return;
    ready = 1;
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_truncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    pattern = getenv("SHIM_PATH");
    const char *log = getenv("SHIM_LOG");
    if (log) log_fd = real_open(log, O_WRONLY | O_CREAT | O_APPEND, 0644);
}

static const char *base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void record(char op, const char *name, int64_t offset, int64_t length, const void *data)
{
    if (log_fd < 0) return;
    uint32_t size = strlen(name);
    real_write(log_fd, &op, 1);
    real_write(log_fd, &size, 4);
    real_write(log_fd, name, size);
    real_write(log_fd, &offset, 8);
    real_write(log_fd, &length, 8);
    if (data) real_write(log_fd, data, length);
}

static int fails(void)
{
    count++;
    if (fail_at < 0 || !(count == fail_at || (fail_ever && count > fail_at))) return 0;
    errno = fail_errno;
    return 1;
}

static enum kind kind_of(int fd) { return fd >= 0 && fd < FILES ? files[fd].kind : OTHER; }

static int opened(const char *path, int flags, int fd)
{
    struct stat about;
    if (fd < 0 || fd >= FILES || fd == log_fd) return fd;
    files[fd].kind = OTHER;
    if (!pattern || !strstr(path, pattern) || fstat(fd, &about)) return fd;
    if (S_ISDIR(about.st_mode)) files[fd].kind = FOLDER;
    if (!S_ISREG(about.st_mode)) return fd;
    files[fd].kind = WATCHED;
    strncpy(files[fd].name, base(path), sizeof files[fd].name - 1);
    if (flags & O_CREAT) record('C', files[fd].name, 0, 0, 0);
    return fd;
}

static int do_open(const char *path, int flags, int mode)
{
    prepare();
    return opened(path, flags, real_open(path, flags, mode));
}

#define OPENER(name) \
    int name(const char *path, int flags, ...) \
    { \
        va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
        return do_open(path, flags, mode); \
    }
OPENER(open)
OPENER(open64)

int close(int fd)
{
    prepare();
    if (fd >= 0 && fd < FILES) files[fd].kind = OTHER;
    return real_close(fd);
}

ssize_t write(int fd, const void *data, size_t size)
{
    prepare();
    if (kind_of(fd) != WATCHED) return real_write(fd, data, size);
    if (fails()) return -1;
    off_t offset = lseek(fd, 0, SEEK_CUR);
    ssize_t done = real_write(fd, data, size);
    if (done > 0) record('W', files[fd].name, offset, done, data);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset)
{
    prepare();
    if (kind_of(fd) != WATCHED) return real_pwrite(fd, data, size, offset);
    if (fails()) return -1;
    ssize_t done = real_pwrite(fd, data, size, offset);
    if (done > 0) record('W', files[fd].name, offset, done, data);
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return pwrite64(fd, data, size, offset); }

static int sync_with(int fd, int (*real)(int))
{
    if (kind_of(fd) == OTHER) return real(fd);
    if (kind_of(fd) == WATCHED && fails()) return -1;
    int done = real(fd);
    record(kind_of(fd) == FOLDER ? 'D' : 'S', files[fd].name, 0, 0, 0);
    return done;
}
int fsync(int fd) { prepare(); return sync_with(fd, real_fsync); }
int fdatasync(int fd) { prepare(); return sync_with(fd, real_fdatasync); }

int ftruncate64(int fd, off64_t size)
{
    prepare();
    if (kind_of(fd) != WATCHED) return real_truncate(fd, size);
    if (fails()) return -1;
    int done = real_truncate(fd, size);
    if (!done) record('T', files[fd].name, size, 0, 0);
    return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static void fill(struct statvfs64 *about)
{
    if (fail_at >= 0 && count >= fail_at && fail_errno == ENOSPC) about->f_bavail = about->f_bfree = 0;
}
int statvfs64(const char *path, struct statvfs64 *about)
{
    int (*real)(const char *, struct statvfs64 *) = dlsym(RTLD_NEXT, "statvfs64");
    int done = real(path, about);
    if (!done) fill(about);
    return done;
}
int statvfs(const char *path, struct statvfs *about) { return statvfs64(path, (struct statvfs64 *)about); }

int unlink(const char *path)
{
    prepare();
    if (!pattern || !strstr(path, pattern)) return real_unlink(path);
    if (fails()) return -1;
    int done = real_unlink(path);
    if (!done) record('U', base(path), 0, 0, 0);
    return done;
}
