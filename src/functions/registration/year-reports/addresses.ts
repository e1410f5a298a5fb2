/** F7.7 Where reports are. Not percent-encoded. */
import { ref } from '#kernel/ids.ts';

export function reportPath(report: { id: string; name: string; year: number }): string {
  return `/group-reports/${ref(report.id, `${report.year} ${report.name}`)}`;
}
