package com.vsoxp.alliance.local.deadletter;

import com.vsoxp.alliance.local.deadletter.DeadLetters.DeadLetter;
import org.apache.kafka.common.KafkaException;

/** {@code list TOPIC BROKER} or {@code replay TOPIC BROKER}: the way an operator meets {@link DeadLetters}. */
public final class DeadLetterCommand {

    private DeadLetterCommand() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 3) {
            System.err.println("Usage: dead-letters list|replay TOPIC [BROKER]");
            System.exit(2);
        }
        var letters = new DeadLetters(args[2], args[1]);
        try {
            switch (args[0]) {
                case "list" ->
                    System.out.println(letters.list(DeadLetterCommand::show) + " dead letters on " + args[1]);
                case "replay" -> System.out.println(letters.replay() + " records sent to " + args[1] + " again");
                default -> {
                    System.err.println("Say list or replay, not " + args[0]);
                    System.exit(2);
                }
            }
        } catch (KafkaException e) {
            System.err.println("The broker at " + args[2] + " does not answer as it should: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void show(DeadLetter letter) {
        System.out.printf(
                "%s  %s  key %s  id %s  refused by %s: %s%n",
                letter.failedAt(), letter.type(), letter.key(), letter.id(), letter.intake(), letter.reason());
    }
}
