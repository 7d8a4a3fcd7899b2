// glibc's renameat2(2), which its headers show to _GNU_SOURCE only and Swift's Glibc module therefore hides.
#define RP_RENAME_EXCHANGE (1 << 1)
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
