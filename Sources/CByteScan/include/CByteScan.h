int rp_byte_scan_version(void);
