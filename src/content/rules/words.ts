import { quotesIn } from '../../knowledge/quote.js';
import type { Problem } from '../problem.js';
import type { Draft } from '../read.js';
import { say } from '../wording.js';

type Group = { readonly name: string; readonly says: readonly string[]; readonly at: readonly PropertyKey[] };

/** Words that stand for two things in one list of the glossary. */
export function glossaryRules(draft: Draft): Problem[] {
  const { terms, aspects, kinds, insurances } = draft.knowledge.glossary;
  const concepts = [
    ...terms.map((t, i) => ({ name: t.term, says: [t.term, ...t.says], at: ['terms', i] })),
    ...aspects.map((a, i) => ({ name: a.aspect, says: a.says, at: ['aspects', i] })),
  ];
  const persons = kinds.map((k, i) => ({ name: k.label, says: k.says, at: ['kinds', i] }));
  const schemes = insurances.map((n, i) => ({ name: n.label, says: n.says, at: ['insurances', i] }));
  return [concepts, persons, schemes].flatMap((groups) => shared(groups, draft));
}

function shared(groups: readonly Group[], { where }: Draft): Problem[] {
  const owner = new Map<string, string>();
  const place = where.get('file:glossary');
  return groups.flatMap((group) =>
    group.says.flatMap((word) => {
      const other = owner.get(word);
      owner.set(word, group.name);
      if (other === undefined || other === group.name) return [];
      return [{ file: place?.file ?? '', line: place?.lineOf(group.at) ?? 1, ...say.saidTwice(word, other) }];
    }),
  );
}

/** Guards that quote or lead to what is not there. */
export function guardRules({ knowledge, where }: Draft): Problem[] {
  const place = where.get('file:guards');
  return knowledge.guards.flatMap((guard, i) => {
    const findings = [
      ...quotesIn(guard.say)
        .facts.filter((id) => !knowledge.facts.has(id))
        .map(say.unknownFact),
      ...(guard.follow === undefined || knowledge.entries.has(guard.follow) ? [] : [say.unknownEntry(guard.follow)]),
    ];
    return findings.map((finding) => ({ file: place?.file ?? '', line: place?.lineOf([i]) ?? 1, ...finding }));
  });
}
