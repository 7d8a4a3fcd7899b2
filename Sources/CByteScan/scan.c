#include "CByteScan.h"
int rp_byte_scan_version(void) { return 1; }
