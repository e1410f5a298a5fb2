/** F9.7 "Overdue is … reported": on which days a division hears of it again. Daily at first, then ever more seldom. Pure. */
const DAYS = [1, 2, 3, 7, 14, 30];
const THEN_EVERY = 30;

/** How many of those days have come when something is overdue for `overdueDays`: it is told again when this grows. 0: in time. */
export function reminderStep(overdueDays: number): number {
  const passed = DAYS.filter((day) => day <= overdueDays).length;
  return passed < DAYS.length ? passed : passed + Math.floor((overdueDays - 30) / THEN_EVERY);
}
