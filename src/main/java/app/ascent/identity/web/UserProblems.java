package app.ascent.identity.web;

import static app.ascent.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import app.ascent.identity.MemberRefused;
import app.ascent.identity.Weakness;
import app.ascent.web.RefusedAccess;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a change of users was refused, for programs. */
@RestControllerAdvice(assignableTypes = {UserController.class, AccountController.class, SessionController.class})
class UserProblems {

    private final MessageSource messages;
    private final RefusedAccess access;

    UserProblems(MessageSource messages, RefusedAccess access) {
        this.messages = messages;
        this.access = access;
    }

    @ExceptionHandler
    ProblemDetail refused(MemberRefused refusal) {
        return switch (refusal) {
            case MemberRefused.Unknown _ -> problem(NOT_FOUND, "not-found", "There is nothing at this address.");
            case MemberRefused.LastOwner _ ->
                problem(CONFLICT, "last-owner", "This is the last Owner. Make another member an Owner first.");
            case MemberRefused.OwnerOnly _ -> {
                access.tellOfRole();
                yield problem(FORBIDDEN, "owner-only", "Only an Owner can make or change an Owner.");
            }
            case MemberRefused.EmailTaken _ ->
                problem(CONFLICT, "email-taken", "A user with this email address exists already.");
            case MemberRefused.WeakPassword weak -> weak(weak.weakness());
            case MemberRefused.CurrentPasswordMissing _ ->
                problem(
                        UNPROCESSABLE_CONTENT,
                        "current-password-missing",
                        "To change your own password, send the present one as currentPassword.");
            case MemberRefused.WrongCode _ -> problem(UNPROCESSABLE_CONTENT, "wrong-code", "The code is wrong.");
            case MemberRefused.SecondFactorRequired _ ->
                problem(CONFLICT, "second-factor-required", "Your organization wants Owners to sign in in two steps.");
            case MemberRefused.WrongPassword _ ->
                problem(UNPROCESSABLE_CONTENT, "wrong-password", "The current password is wrong.");
        };
    }

    private ProblemDetail weak(Weakness weakness) {
        String sentence = messages.getMessage("password." + weakness.code(), null, Locale.ENGLISH);
        ProblemDetail problem = problem(UNPROCESSABLE_CONTENT, "weak-password", sentence);
        problem.setProperty("reason", weakness.code());
        return problem;
    }
}
