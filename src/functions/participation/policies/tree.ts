/** F10.3 The tree of the general plan: 基本目標 → 施策 → 事務事業. Pure. */
export const POLICY_KINDS = ['field', 'policy', 'measure'] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

export interface PolicyPlan {
  id: string;
  title: string;
  stage: 'concept' | 'draft' | 'comment' | 'decision';
  decided_at: string | null;
  ended_at: string | null;
}

export interface PolicyRow {
  id: string;
  parent_id: string | null;
  code: string;
  kind: PolicyKind;
  title: string;
  about: string;
  division_id: string | null;
  division_name: string | null;
  /** proposals tied to it, withdrawn ones left out */
  proposals: number;
  /** present answers tied to it */
  answers: number;
  /** F9.9: plans in preparation or decided that belong to it, newest first; at most 50 */
  plans: readonly PolicyPlan[];
}

export interface PolicyNode extends PolicyRow {
  children: PolicyNode[];
  /** of the node and everything below it */
  total: { proposals: number; answers: number };
}

/** Roots in the order of their codes; a node whose parent is missing is a root. Cycles cannot be reached and are left out. */
export function policyTree(rows: readonly PolicyRow[]): PolicyNode[] {
  const ids = new Set(rows.map((row) => row.id));
  const byParent = Map.groupBy(rows, (row) =>
    row.parent_id !== null && ids.has(row.parent_id) ? row.parent_id : null,
  );
  const grow = (parent: string | null): PolicyNode[] =>
    (byParent.get(parent) ?? [])
      .toSorted((a, b) => compareCodes(a.code, b.code))
      .map((row) => {
        const children = grow(row.id);
        const sum = (count: 'proposals' | 'answers') =>
          children.reduce((all, child) => all + child.total[count], row[count]);
        return { ...row, children, total: { proposals: sum('proposals'), answers: sum('answers') } };
      });
  return grow(null);
}

/** '1-2' before '1-10': part by part, as numbers where both are. */
export function compareCodes(a: string, b: string): number {
  const [left, right] = [a.split('-'), b.split('-')];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [x, y] = [left[at] ?? '', right[at] ?? ''];
    if (x === y) continue;
    const difference = Number(x) - Number(y);
    return Number.isNaN(difference) || x === '' || y === '' || difference === 0 ? (x < y ? -1 : 1) : difference;
  }
  return 0;
}

/** Every node, parents before their children. */
export function flattened(nodes: readonly PolicyNode[]): PolicyNode[] {
  return nodes.flatMap((node) => [node, ...flattened(node.children)]);
}

/** From the root to the node itself; empty for an unknown id. */
export function pathTo(nodes: readonly PolicyNode[], id: string): PolicyNode[] {
  for (const node of nodes) {
    if (node.id === id) return [node];
    const below = pathTo(node.children, id);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
