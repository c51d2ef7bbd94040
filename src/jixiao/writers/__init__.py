"""What jixiao writes: pages and files for people."""
