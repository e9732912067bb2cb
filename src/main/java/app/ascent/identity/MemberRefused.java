package app.ascent.identity;

/** Why a change of members was not made. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class MemberRefused extends RuntimeException {

    private MemberRefused(String message) {
        super(message);
    }

    /** The organization has no such member. */
    public static final class Unknown extends MemberRefused {
        public Unknown(UserId user) {
            super("No member " + user);
        }
    }

    /** An organization without an active Owner could never be led again. */
    public static final class LastOwner extends MemberRefused {
        LastOwner(UserId user) {
            super("Last Owner: " + user);
        }
    }

    /** Only an Owner makes, changes or resets an Owner; else an Admin could take the Owner's place. */
    public static final class OwnerOnly extends MemberRefused {
        OwnerOnly(UserId by) {
            super("Not an Owner: " + by);
        }
    }

    /** Addresses are unique in the whole installation, because people sign in with the address alone. */
    public static final class EmailTaken extends MemberRefused {
        EmailTaken() {
            super("The address belongs to a user");
        }
    }

    /** The new password would be guessed, or is too short or too long. */
    public static final class WeakPassword extends MemberRefused {

        private final Weakness weakness;

        WeakPassword(Weakness weakness) {
            super("The password is weak: " + weakness);
            this.weakness = weakness;
        }

        public Weakness weakness() {
            return weakness;
        }
    }

    /** Whoever changes their own password says the present one: an open session alone must not take an account over. */
    public static final class CurrentPasswordMissing extends MemberRefused {
        CurrentPasswordMissing() {
            super("The current password was not given");
        }
    }

    /** The code of the authenticator app was wrong, had been used, or was wrong too often. */
    public static final class WrongCode extends MemberRefused {
        WrongCode() {
            super("The code is wrong");
        }
    }

    /** The organization wants its Owners to have a second factor. */
    public static final class SecondFactorRequired extends MemberRefused {
        SecondFactorRequired(UserId user) {
            super("Needs a second factor: " + user);
        }
    }

    /** The current password, asked for before it is changed, was not right. */
    public static final class WrongPassword extends MemberRefused {
        WrongPassword() {
            super("The current password is wrong");
        }
    }
}
