import { field } from '#domain';

export class PublishBoard {
  @field.anything({ zh: '榜单（与 board show --document 同形）', en: 'The board, in the shape of GET /api/boards' })
  board!: unknown;
}
export class FreezeBoard {
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
}

export const BOARD_BODIES: readonly (new () => object)[] = [PublishBoard, FreezeBoard];
