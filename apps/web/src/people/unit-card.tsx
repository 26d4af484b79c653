import { Button, Card, Descriptions } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useUnitName } from '../app/known-to-all.ts';
import type { Values } from '../parts/form/field-values.ts';
import { DICTIONARY } from '../generated/words.ts';
import { useWords, type Sentence, type Word } from '../words/words.ts';
import type { Unit } from './unit-tree.ts';

export type BeginCommand = (type: string, fixed?: Values, initial?: Values) => void;
type Appointed = Schemas['Organisation']['people'][number];

const ROLES: Readonly<Record<string, Sentence>> = DICTIONARY.unitRoles;
const COMMANDS: readonly (readonly [string, Word])[] = [
  ['RenameUnit', 'renameUnit'],
  ['MoveUnit', 'moveUnit'],
  ['ReclassifyUnit', 'reclassifyUnit'],
  ['CloseUnit', 'closeUnit'],
];

/** One unit: what it is, who is appointed in it, and what may be changed. */
export const UnitCard = ({
  unit,
  people,
  onBegin,
}: {
  unit: Unit;
  people: readonly Appointed[];
  onBegin: BeginCommand | undefined;
}) => {
  const { t, say, marks } = useWords();
  const unitName = useUnitName();
  const open = onBegin !== undefined && !unit.closed;
  return (
    <Card size="small" title={unit.name} data-testid="unit" className="space-below">
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'code', label: t('unitCode'), children: unit.code },
          { key: 'kind', label: t('unitKind'), children: unit.kind },
          { key: 'parent', label: t('parentUnit'), children: unitName(unit.parent) || '—' },
          ...(unit.formerNames.length > 0
            ? [{ key: 'former', label: t('formerNames'), children: unit.formerNames.join(marks.list) }]
            : []),
          ...(unit.closed ? [{ key: 'closed', label: t('accountState'), children: t('closedUnit') }] : []),
        ]}
      />
      {open && (
        <div className="buttons space-below">
          {COMMANDS.map(([type, word]) => (
            <Button
              key={type}
              size="small"
              onClick={() => {
                onBegin(type, { code: unit.code });
              }}
            >
              {t(word)}
            </Button>
          ))}
        </div>
      )}
      {onBegin !== undefined && unit.closed && (
        <Button
          size="small"
          className="space-below"
          onClick={() => {
            onBegin('ReopenUnit', { code: unit.code });
          }}
        >
          {t('reopenUnit')}
        </Button>
      )}
      <h2 className="section">{t('peopleOfUnit')}</h2>
      {people.length === 0 && <p className="small">{t('nobodyInUnit')}</p>}
      <ul className="plain">
        {people.map(({ role, person, account }) => (
          <li key={role + person}>
            {say(ROLES[role], role)}
            {marks.colon}
            {person} {account !== null && <span className="small">{account}</span>}{' '}
            {open && (
              <Button
                size="small"
                type="link"
                onClick={() => {
                  onBegin('ReleasePerson', { unit: unit.code, role, person });
                }}
              >
                {t('releasePerson')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <Button
          size="small"
          onClick={() => {
            onBegin('AppointPerson', { unit: unit.code });
          }}
        >
          {t('appointPerson')}
        </Button>
      )}
    </Card>
  );
};
