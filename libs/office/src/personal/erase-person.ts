import { contactIn, projectIdOf, PROJECT_STREAMS, type Actor, type Sentence } from '#domain';
import { publishNews } from '#event-store';
import type { Office } from '../office.ts';
import { projectNamed } from '../projects/project-name.ts';
import { clearAway } from './clear-away.ts';
import { findPeople, type ClearPlace, type FoundPerson } from './find-person.ts';
import { rememberErasure } from './person-events.ts';
import { ErasureRefused } from './refused.ts';

/** Somebody who would be erased, with the projects that tell of them. */
interface ListedPerson extends FoundPerson {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

export interface Erasure {
  readonly people: readonly ListedPerson[];
  readonly clear: readonly ClearPlace[]; // where the text stands unsealed, and stays
  readonly notRecalled: readonly Sentence[];
  readonly erased: readonly string[]; // references whose keys were destroyed now
  readonly ok: boolean; // nothing that was asked for is readable any more
}

/** What no key reaches. */
const NOT_RECALLED: readonly Sentence[] = [
  { zh: '已导出的表格、已定稿的报表与打印件', en: 'exported workbooks, issued reports and printed papers' },
  {
    zh: '已发出的邮件、消息与事件推送（自 0.3 版起只含编号）',
    en: 'mails, messages and feeds that were sent (references only, since 0.3)',
  },
  {
    zh: '上传的材料原件与导入用的台账文件；台账再次导入时会重新带来',
    en: 'papers that were attached, and ledgers that were imported: one that is imported again brings them back',
  },
  {
    zh: '此前的备份：删去其中的 person_key.gz 与 person_name.gz',
    en: 'backups taken before: delete person_key.gz and person_name.gz in them',
  },
];
const DISK_KEEPS: Sentence = {
  zh: '外部数据库的预写日志与归档，保留期满后消失',
  en: 'the write-ahead log of an outside database and its archive, until they expire',
};

const MOST_PROJECTS = 50;

const listed = async (office: Office, found: FoundPerson): Promise<ListedPerson> => {
  const ids = found.streams.filter((stream) => stream.startsWith(PROJECT_STREAMS)).map(projectIdOf);
  const projects: { readonly id: string; readonly name: string }[] = [];
  for (const id of ids.slice(0, MOST_PROJECTS)) projects.push({ id, name: await projectNamed(office, id) });
  return { ...found, projects };
};

const listedAll = async (office: Office, found: readonly FoundPerson[]): Promise<readonly ListedPerson[]> => {
  const people: ListedPerson[] = [];
  for (const one of found) people.push(await listed(office, one));
  return people;
};

interface Confirmed {
  readonly actor: Actor;
  readonly reason: string;
  readonly persons?: readonly string[]; // who was chosen of those found, by reference; else all that are found, who are one or are wanted by reference
}
interface Asked {
  readonly wanted: readonly string[]; // names, numbers, references
  readonly confirmed: Confirmed | null; // null: only look
  readonly onProgress?: ((events: number) => void) | undefined;
}

const checkAsked = ({ wanted, confirmed }: Asked): void => {
  for (const text of wanted) {
    if (text.trim().length < 2) throw new ErasureRefused('text-too-short', text);
    if (confirmed?.reason.includes(text)) throw new ErasureRefused('reason-names-person', '');
  }
  if (confirmed !== null && contactIn(confirmed.reason) !== null) throw new ErasureRefused('reason-names-person', '');
};

/** Who of those found is erased. Throws ErasureRefused where it is not clear who is meant. */
const chosen = (found: readonly FoundPerson[], wanted: readonly string[], { persons }: Confirmed) => {
  if (persons !== undefined) {
    const those = found.filter(({ person }) => persons.includes(person));
    if (those.length !== new Set(persons).size) throw new ErasureRefused('person-otherwise', '');
    return those;
  }
  const named = found.filter(({ person }) => wanted.includes(person));
  if (found.length > 1 && named.length !== found.length)
    throw new ErasureRefused('person-ambiguous', String(found.length));
  return found;
};

/**
 * Who is meant, what would become unreadable, and what cannot be recalled; with `confirmed` their keys are destroyed, in one transaction with the fact that tells of it, and what holds their
 * texts beside the log is cleared away. Given again it goes on where it was cut off. Throws ErasureRefused.
 */
export const erasePerson = async (office: Office, asked: Asked): Promise<Erasure> => {
  checkAsked(asked);
  const { wanted, confirmed, onProgress } = asked;
  const { people: found, clear } = await findPeople(office, wanted, onProgress);
  if (confirmed === null) {
    if (found.length === 0 && clear.length === 0) throw new ErasureRefused('person-not-found', wanted.join(' '));
    return { people: await listedAll(office, found), clear, notRecalled: NOT_RECALLED, erased: [], ok: true };
  }
  const those = chosen(found, wanted, confirmed);
  const people = await listedAll(office, those);
  const { actor, reason } = confirmed;
  const facts = those.reduce((sum, one) => sum + one.facts, 0);
  const erased = await office.personal.erase(
    those.map(({ person }) => person),
    (tx, persons) => rememberErasure(tx, actor, office.now(), { persons, facts, reason }),
  );
  await publishNews(office.pool, office.store);
  const isClear = await clearAway(office);
  const notRecalled = isClear ? NOT_RECALLED : [...NOT_RECALLED, DISK_KEEPS];
  return { people, clear, notRecalled, erased, ok: clear.length === 0 };
};
