import { Button, DatePicker, Segmented, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { DayPicker, useDay } from '../parts/day-picker.tsx';
import { today } from '../parts/day.ts';
import { useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';
import { STEPS, type Step } from './time-steps.ts';
import { useTimeWalk } from './time-walk.ts';

/** 业务日期 and 当时所知: both times of everything that the pages show, under the head of every page. */
export const TimeBar = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords();
  const { time, isPast, setTime } = useTime();
  const { day, step, take, go, byRecord, playing, play } = useTimeWalk();
  const known = useDay(time.asKnown);
  return (
    <section className="time-bar no-print" aria-label={t('timeBar')}>
      <Space wrap>
        <label>
          {t('asOf')}{' '}
          <DayPicker
            label={t('asOf')}
            day={day}
            max={today()}
            onDay={(chosen) => {
              setTime({ asOf: chosen === today() ? null : chosen });
            }}
          />
        </label>
        <Button
          onClick={() => {
            go(-1);
          }}
        >
          ← {t('earlier')}
        </Button>
        <Segmented<Step>
          value={step}
          onChange={take}
          options={STEPS.filter((one) => byRecord || one !== 'event').map((one) => ({
            value: one,
            label: t(`step-${one}`),
          }))}
        />
        <Button
          disabled={time.asOf === null}
          onClick={() => {
            go(1);
          }}
        >
          {t('later')} →
        </Button>
        <Button
          disabled={time.asOf === null}
          aria-pressed={playing}
          onClick={() => {
            play(!playing);
          }}
        >
          {playing ? `❚❚ ${t('pauseTime')}` : `▶ ${t('playTime')}`}
        </Button>
        <label>
          {t('asKnown')}{' '}
          <DatePicker
            showTime={{ format: 'HH:mm' }}
            aria-label={t('asKnown')}
            value={known}
            placeholder={t('allKnown')}
            maxDate={dayjs()}
            onChange={(to: Dayjs | null) => {
              setTime({ asKnown: to?.second(59).toISOString() ?? null });
            }}
          />
        </label>
        {isPast && (
          <Button
            onClick={() => {
              setTime({ asOf: null, asKnown: null });
            }}
          >
            {t('backToToday')}
          </Button>
        )}
        <Button type="text" onClick={onClose}>
          {t('closeBar')}
        </Button>
      </Space>
    </section>
  );
};
