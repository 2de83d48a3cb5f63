/* Runs a stopped child and lets the n-th of its calls that concern one folder fail, or kills the child there.
 *
 * The child has called PTRACE_TRACEME and stopped itself. Counted are calls that open, write, sync, cut, name, link or
 * remove what lies in the folder, as the kernel sees them: nothing in the program or its libraries is replaced.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST 4096
#define GET_CALL ((enum __ptrace_request)0x420e) /* PTRACE_GET_SYSCALL_INFO, a macro or an enum by the C library */
enum { KILL = -1 };

static unsigned char inside[MOST]; /* descriptors of what lies in the folder */

static int is_inside(long descriptor) { return descriptor >= 0 && descriptor < MOST && inside[descriptor]; }

static int path_inside(int memory, unsigned long at, const char *folder) {
    char path[4097] = {0};
    if (pread(memory, path, sizeof path - 1, at) <= 0) return 0;
    if (path[0] != '/') return 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

/* Whether a call concerns the folder. */
static int concerns(struct __ptrace_syscall_info *call, int memory, const char *folder) {
    __uint64_t *a = call->entry.args;
    switch (call->entry.nr) {
    case SYS_write: case SYS_pwrite64: case SYS_writev: case SYS_fsync: case SYS_fdatasync: case SYS_ftruncate:
    case SYS_fchmod: case SYS_flock:
        return is_inside((long)a[0]);
    case SYS_open: case SYS_creat: case SYS_unlink: case SYS_rmdir: case SYS_mkdir: case SYS_chmod: case SYS_rename:
    case SYS_link:
        return path_inside(memory, a[0], folder);
    case SYS_openat: case SYS_unlinkat: case SYS_mkdirat: case SYS_renameat: case SYS_renameat2: case SYS_linkat:
        return path_inside(memory, a[1], folder) || is_inside((int)a[0]);
    }
    return 0;
}

/* The exit status of the child (128 + signal if one ended it); *count is how many calls concerned the folder. */
int run(pid_t child, long n, int action, const char *folder, long *count) {
    struct __ptrace_syscall_info call;
    int status, failing = 0, opens = 0, copies = -1;
    long closes = -1;
    char name[64];
    memset(inside, 0, sizeof inside);
    *count = 0;
    if (waitpid(child, &status, 0) < 0 || !WIFSTOPPED(status)) return -1;
    snprintf(name, sizeof name, "/proc/%d/mem", child);
    int memory = open(name, O_RDONLY | O_CLOEXEC);
    ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    int pass = 0;
    while (ptrace(PTRACE_SYSCALL, child, 0, (long)pass) == 0) {
        if (waitpid(child, &status, 0) < 0) break;
        pass = 0;
        if (WIFEXITED(status) || WIFSIGNALED(status)) break;
        if (WSTOPSIG(status) != (SIGTRAP | 0x80)) { pass = WSTOPSIG(status); continue; }
        if (ptrace(GET_CALL, child, sizeof call, &call) <= 0) continue;
        if (call.op == PTRACE_SYSCALL_INFO_ENTRY) {
            long number = call.entry.nr;
            int here = concerns(&call, memory, folder);
            opens = here && (number == SYS_openat || number == SYS_open || number == SYS_creat);
            copies = (number == SYS_dup || (number == SYS_fcntl && call.entry.args[1] == F_DUPFD_CLOEXEC))
                         ? (int)call.entry.args[0] : -1;
            closes = number == SYS_close ? (long)call.entry.args[0] : -1;
            if (here && ++*count == n) {
                if (action == KILL) { kill(child, SIGKILL); waitpid(child, &status, 0); break; }
                struct user_regs_struct registers;
                ptrace(PTRACE_GETREGS, child, 0, &registers);
                registers.orig_rax = -1; /* no call at all */
                ptrace(PTRACE_SETREGS, child, 0, &registers);
                failing = 1;
            }
        } else if (call.op == PTRACE_SYSCALL_INFO_EXIT) {
            if (failing) {
                struct user_regs_struct registers;
                ptrace(PTRACE_GETREGS, child, 0, &registers);
                registers.rax = -action;
                ptrace(PTRACE_SETREGS, child, 0, &registers);
                failing = 0;
            } else {
                long result = call.exit.rval;
                if (opens && result >= 0 && result < MOST) inside[result] = 1;
                if (copies >= 0 && result >= 0 && result < MOST) inside[result] = is_inside(copies);
                if (closes >= 0 && closes < MOST) inside[closes] = 0;
            }
            opens = 0, copies = -1, closes = -1;
        }
    }
    close(memory);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
