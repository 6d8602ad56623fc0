package io.falcoj.runtime.source.audit;

/**
 * Why something that stood in place of an audit event was refused.
 *
 * @param index of the item among all items of its input, from 0
 * @param reason one sentence for people, which says where the item stands
 * @param offset byte offset in the (decompressed) input
 */
public record Refusal(long index, String reason, long offset) {}
