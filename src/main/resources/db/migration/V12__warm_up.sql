-- 1 = sends within the warm-up's allowance for the day, which one sender at a time may spend.
alter table dispatcher add column warming integer;
create unique index dispatcher_warming on dispatcher (warming);
